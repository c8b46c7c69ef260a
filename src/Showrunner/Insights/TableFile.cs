using System.Globalization;
using System.Text;
using Showrunner.Office;

namespace Showrunner.Insights;

/// <summary>A table as a file to take away: a workbook, or CSV. Rows are written as they come, through a file that vanishes after sending.</summary>
public static class TableFile
{
    private const int Buffer = 128 * 1024;

    public static IResult Answer(Table table, string name, string title, string? format, DateTimeOffset now)
    {
        var csv = format == "csv";
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, Buffer, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            if (csv) WriteCsv(file, table);
            else WorkbookWriter.Write(file, new WorkbookSpec(new Stamp(title, now), new SheetSpec(title, new TableBlock(table))));
            file.Position = 0;
        }
        catch
        {
            file.Dispose();
            throw;
        }
        return Results.File(file, csv ? "text/csv; charset=utf-8" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name + (csv ? ".csv" : ".xlsx"));
    }

    internal static void WriteCsv(Stream to, Table table)
    {
        using var text = new StreamWriter(to, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), Buffer, leaveOpen: true) { NewLine = "\r\n" };
        text.WriteLine(string.Join(',', table.Columns.Select(c => Cell(c.Name))));
        foreach (var row in table.Rows) text.WriteLine(string.Join(',', row.Select(Cell)));
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string said => Quoted(said),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string Quoted(string said)
    {
        // A spreadsheet would run a text that begins like a formula.
        if (said.Length > 0 && said[0] is '=' or '+' or '-' or '@' or '\t' or '\r') said = "'" + said;
        return said.AsSpan().IndexOfAny("\",\r\n") < 0 ? said : $"\"{said.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
