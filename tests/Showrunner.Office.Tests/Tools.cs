using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Showrunner.Office.Tests;

/// <summary>Independent readers of Office files. A missing tool is a failure: a test that is skipped proves nothing.</summary>
internal static class Tools
{
    private const string Dump = """
        import sys, json, openpyxl
        book = openpyxl.load_workbook(sys.argv[1], data_only=sys.argv[2] == "values")
        def plain(v):
            return v if v is None or isinstance(v, (int, float, str)) else v.isoformat()
        print(json.dumps({s.title: {c.coordinate: [plain(c.value), c.data_type, c.number_format, c.hyperlink.target if c.hyperlink else None]
            for row in s.iter_rows() for c in row if c.value is not None} for s in book.worksheets}))
        """;

    /// <summary>Cells by sheet and address: value, type, number format, link.</summary>
    public static Dictionary<string, Dictionary<string, JsonElement[]>> Cells(byte[] workbook, bool values)
    {
        using var folder = new Folder();
        var answer = Python(folder, Dump, folder.Put("book.xlsx", workbook), values ? "values" : "formulas");
        return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, JsonElement[]>>>(answer)!;
    }

    public static string Python(Folder folder, string script, params string[] arguments) =>
        Run("/usr/bin/python3", "python3-openpyxl python3-lxml", [folder.Put("script.py", System.Text.Encoding.UTF8.GetBytes(script)), .. arguments]);

    /// <summary>Converts with LibreOffice in a profile of its own and returns the new file.</summary>
    public static byte[] LibreOffice(byte[] file, string name, string to)
    {
        using var folder = new Folder();
        var source = folder.Put(name, file);
        var target = Directory.CreateDirectory(Path.Combine(folder.Path, "out")).FullName;
        Run("soffice", "libreoffice-calc libreoffice-impress",
            [$"-env:UserInstallation=file://{folder.Path}/profile", "--headless", "--convert-to", to, "--outdir", target, source]);
        var made = Directory.GetFiles(target);
        Assert.True(made.Length == 1, $"LibreOffice made no {to} of {name}.");
        return File.ReadAllBytes(made[0]);
    }

    public static string Run(string program, string packages, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            Assert.True(process.ExitCode == 0, $"{program} failed (needs: apt-get install {packages}): {errors.GetAwaiter().GetResult()}");
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Fail($"{program} is missing: apt-get install {packages}");
            throw;
        }
    }
}

/// <summary>A temporary folder that goes away with its test.</summary>
internal sealed class Folder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("office-").FullName;

    public string Put(string name, byte[] content)
    {
        var path = System.IO.Path.Combine(Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
