using System.Text;
using Showrunner.Data;
using Showrunner.Imports.Reading;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>The error file: every rejected row as it stood, its row number and the reason, ready to be mended and loaded again.</summary>
internal sealed class RejectedRows(DataPlace place, Import import, Recognition recognition, Texts texts, string language) : IDisposable
{
    private StreamWriter? _writer;

    public long Count { get; private set; }
    public string RelativePath { get; } = Path.Combine("uploads", $"rejected-{import.Id}.csv");

    public void Add(RowProblem problem, string[] cells)
    {
        if (_writer is null)
        {
            place.Sub("uploads");
            _writer = new StreamWriter(Path.Combine(place.Folder, RelativePath), false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            Line([.. recognition.Columns.Select(c => c.Header), texts.Say(language, "imports.rejected.row"), texts.Say(language, "imports.rejected.reason")]);
        }
        Count++;
        var width = recognition.Columns.Count;
        Line([.. cells.Take(width), .. Enumerable.Repeat("", Math.Max(0, width - cells.Length)), problem.Row.ToString(System.Globalization.CultureInfo.InvariantCulture),
            texts.Say(language, "problem." + problem.Code, problem.Column, problem.Text)]);
    }

    public void Close()
    {
        _writer?.Dispose();
        _writer = null;
    }

    private void Line(IEnumerable<string> cells) => _writer!.WriteLine(string.Join(',', cells.Select(Cell)));

    // A spreadsheet would run a text that begins like a formula; the apostrophe keeps it a text, and the reader drops it again.
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '@' or '\t' or '\r' || (text.Length > 1 && text[0] == '-' && !char.IsDigit(text[1]) && text[1] != '-')) text = "'" + text;
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }

    public void Dispose() => Close();
}
