using System.Globalization;

namespace Showrunner.Office;

/// <summary>What the sheets of one workbook share while it is written.</summary>
internal sealed class Book(Parts parts, CultureInfo culture, int mostRows)
{
    private readonly Dictionary<string, Func<CellReference, string>> tables = new(StringComparer.Ordinal);
    private int pages;
    private int charts;

    public Parts Parts => parts;

    public CultureInfo Culture => culture;

    public int MostRows => mostRows;

    public CellStyles Styles { get; } = new();

    public SheetNames Names { get; } = new();

    public int NextPage() => ++pages;

    public int NextChart() => ++charts;

    /// <summary>Remembers how references to a named table or block of figures become addresses.</summary>
    public void Keep(string name, Func<CellReference, string> place)
    {
        if (!tables.TryAdd(name, place)) throw new ArgumentException($"Two tables are named \"{name}\".", nameof(name));
    }

    public string Address(CellReference reference) =>
        tables.TryGetValue(reference.Table, out var place)
            ? place(reference)
            : throw new ArgumentException($"A formula refers to \"{reference.Table}\", which is not on a later sheet or above.", nameof(reference));
}
