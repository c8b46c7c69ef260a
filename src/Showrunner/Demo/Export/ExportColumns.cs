using Showrunner.Imports.Kinds;
using Showrunner.Imports.Reading;

namespace Showrunner.Demo.Export;

/// <summary>The columns of an export file: for every header of the row the field the importer knows it as, and what to write there.</summary>
internal sealed class ExportColumns<T>
{
    private readonly Func<T, string>[] _cells;
    public string[] Headers { get; }

    /// <param name="kind">What the importer will recognise.</param>
    /// <param name="layout">In which of its layouts.</param>
    /// <param name="headers">The header row, in order.</param>
    /// <param name="cell">What a field says; asked once for every header, with the header for those that the importer passes over.</param>
    public ExportColumns(Kind kind, string layout, string[] headers, Func<string, string, Func<T, string>> cell)
    {
        Headers = headers;
        var fields = kind.Layouts.Single(l => l.Name == layout).Columns.GroupBy(c => HeaderText.Normal(c.Header)).ToDictionary(g => g.Key, g => g.First().Field);
        _cells = [.. headers.Select(header => cell(fields[HeaderText.Normal(header)], header))];
    }

    public void Write(DelimitedFile file, T row)
    {
        foreach (var cell in _cells) file.Cell(cell(row));
        file.EndRow();
    }
}
