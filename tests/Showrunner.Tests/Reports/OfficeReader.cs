using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Showrunner.Tests.Reports;

/// <summary>Reads what reports wrote with programs of other people. A missing tool is a failure.</summary>
internal static partial class OfficeReader
{
    private const string Script = """
        import sys, json, openpyxl
        def plain(v):
            return v if v is None or isinstance(v, (int, float, str)) else v.isoformat()
        books = [openpyxl.load_workbook(sys.argv[1], data_only=d) for d in (True, False)]
        print(json.dumps({s.title: {c.coordinate: [plain(c.value), plain(books[1][s.title][c.coordinate].value), c.number_format]
            for row in s.iter_rows() for c in row if c.value is not None or books[1][s.title][c.coordinate].value is not None} for s in books[0].worksheets}))
        """;

    private const string DocumentScript = """
        import sys, json, docx
        d = docx.Document(sys.argv[1])
        cells = [p.text for t in d.tables for r in t.rows for c in r.cells for p in c.paragraphs]
        notes = [r.target_part.blob.decode() for r in d.part.rels.values() if r.reltype.endswith("/footnotes")]
        print(json.dumps([["\n".join([p.text for p in d.paragraphs] + cells)], notes, [p.text for p in d.paragraphs if p.style.name == "Heading 1"]]))
        """;

    /// <summary>All text of a document with its tables, its footnotes, and its headings of the first level.</summary>
    public static (string Text, IReadOnlyList<string> Notes, IReadOnlyList<string> Headings) Document(string path)
    {
        var read = JsonSerializer.Deserialize<string[][]>(Run("/usr/bin/python3", "-c", DocumentScript, path))!;
        return (read[0][0], [.. read[1].Select(System.Net.WebUtility.HtmlDecode)!], read[2]);
    }

    /// <summary>All text of a PDF, with one space wherever there is any.</summary>
    public static string Print(string path) => Space().Replace(Run("pdftotext", "-layout", path, "-"), " ");

    /// <summary>Text with one space wherever there is any, to be found in that of a PDF.</summary>
    public static string Plain(string text) => Space().Replace(text, " ");

    /// <summary>Cells by sheet and address: value, formula (or the value again), number format.</summary>
    public static Dictionary<string, Dictionary<string, JsonElement[]>> Cells(string path) =>
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, JsonElement[]>>>(Run("/usr/bin/python3", "-c", Script, path))!;

    /// <summary>The workbook as a spreadsheet program saves it again: every formula calculated anew.</summary>
    public static string Recalculated(string path, string folder)
    {
        var target = Directory.CreateDirectory(Path.Combine(folder, "again")).FullName;
        Run("soffice", $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx", "--outdir", target, path);
        return Path.Combine(target, Path.GetFileName(path));
    }

    /// <summary>All text of each slide, in order.</summary>
    public static List<string> Slides(string path)
    {
        using var zip = ZipFile.OpenRead(path);
        return [.. zip.Entries.Where(e => SlidePath().IsMatch(e.FullName)).OrderBy(e => int.Parse(SlidePath().Match(e.FullName).Groups[1].Value, null)).Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return System.Net.WebUtility.HtmlDecode(string.Join("\n", Run().Matches(reader.ReadToEnd()).Select(m => m.Groups[1].Value)));
        })];
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program}: {errors.GetAwaiter().GetResult()}");
        return output;
    }

    [GeneratedRegex(@"^ppt/slides/slide(\d+)\.xml$")] private static partial Regex SlidePath();
    [GeneratedRegex(@"[\s\u00a0\u202f]+")] private static partial Regex Space();
    [GeneratedRegex("<a:t>([^<]*)</a:t>")] private static partial Regex Run();
}
