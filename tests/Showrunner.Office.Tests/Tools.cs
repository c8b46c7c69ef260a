using System.ComponentModel;
using System.Diagnostics;
using System.Text.Json;

namespace Showrunner.Office.Tests;

/// <summary>Independent readers of Office files. A missing tool is a failure: a test that is skipped proves nothing.</summary>
internal static class Tools
{
    // One reader serves all tests: starting it takes longer than reading.
    private const string Reader = """
        import sys, json, openpyxl
        def plain(v):
            return v if v is None or isinstance(v, (int, float, str)) else v.isoformat()
        for line in sys.stdin:
            kind, path = line.rstrip("\n").split(" ", 1)
            book = openpyxl.load_workbook(path, data_only=kind == "values")
            print(json.dumps({s.title: {c.coordinate: [plain(c.value), c.data_type, c.number_format, c.hyperlink.target if c.hyperlink else None]
                for row in s.iter_rows() for c in row if c.value is not None} for s in book.worksheets}), flush=True)
        """;

    private static readonly Lazy<Process> OpenPyxl = new(() => Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Reader]) { RedirectStandardInput = true, RedirectStandardOutput = true }, PythonPackages));
    private const string PythonPackages = "python3 python3-openpyxl";

    private static readonly Folder Profile = new();

    static Tools() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop();

    private static void Stop()
    {
        if (OpenPyxl.IsValueCreated) OpenPyxl.Value.Kill();
        Profile.Dispose();
    }

    /// <summary>Cells by sheet and address: value, type, number format, link.</summary>
    public static Dictionary<string, Dictionary<string, JsonElement[]>> Cells(byte[] workbook, bool values)
    {
        using var folder = new Folder();
        var path = folder.Put("book.xlsx", workbook);
        lock (OpenPyxl)
        {
            var reader = OpenPyxl.Value;
            reader.StandardInput.WriteLine((values ? "values " : "formulas ") + path);
            var answer = reader.StandardOutput.ReadLine();
            Assert.True(answer is not null, $"The independent reader could not read the workbook (needs: apt-get install {PythonPackages}).");
            return JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, JsonElement[]>>>(answer!)!;
        }
    }

    /// <summary>Converts with LibreOffice in a profile of its own and returns the new file.</summary>
    public static byte[] LibreOffice(byte[] file, string name, string to)
    {
        using var folder = new Folder();
        var source = folder.Put(name, file);
        var target = Directory.CreateDirectory(Path.Combine(folder.Path, "out")).FullName;
        // One profile for all runs, as making one takes longer than converting; so they go one after another.
        lock (Profile)
            Run("soffice", "libreoffice-calc libreoffice-impress",
                [$"-env:UserInstallation=file://{Profile.Path}", "--headless", "--convert-to", to, "--outdir", target, source]);
        var made = Directory.GetFiles(target);
        Assert.True(made.Length == 1, $"LibreOffice made no {to} of {name}.");
        return File.ReadAllBytes(made[0]);
    }

    /// <summary>What a Python program prints as JSON about a file.</summary>
    public static JsonElement Python(string program, string packages, byte[] file)
    {
        using var folder = new Folder();
        return JsonSerializer.Deserialize<JsonElement>(Run("/usr/bin/python3", packages, "-c", program, folder.Put("file", file)));
    }

    public static string Run(string program, string packages, params string[] arguments)
    {
        using var process = Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true }, packages);
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} failed (needs: apt-get install {packages}): {errors.GetAwaiter().GetResult()}");
        return output;
    }

    private static Process Start(ProcessStartInfo start, string packages)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            Assert.Fail($"{start.FileName} is missing: apt-get install {packages}");
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
