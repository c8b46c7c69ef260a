using System.Globalization;

namespace Showrunner.Office;

/// <summary>What the sheets of one workbook share while it is written.</summary>
internal sealed class Book(Parts parts, CultureInfo culture, LookupForm lookups, int mostRows)
{
    private readonly Dictionary<string, Func<CellReference, string>> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TablePlace> ranges = new(StringComparer.Ordinal);
    private readonly List<Action> later = [];
    private readonly List<string> pivots = [];
    private int pages;
    private int listed;
    private int charts;
    private int pivotNumber;

    public Parts Parts => parts;

    public CultureInfo Culture => culture;

    public int MostRows => mostRows;

    public CellStyles Styles { get; } = new();

    public SheetNames Names { get; } = new();

    /// <summary>Names under which people and formulas find ranges.</summary>
    public RangeNames Ranges { get; } = new();

    public int NextPage() => ++pages;

    public int NextTable() => ++listed;

    public int NextChart() => ++charts;

    public string NextPivot() => (++pivotNumber).ToString(CultureInfo.InvariantCulture);

    /// <summary>Done when every sheet is written.</summary>
    public void Later(Action write) => later.Add(write);

    public void Finish() => later.ForEach(write => write());

    /// <summary>The parts that hold the sources of pivot tables, in the order of their numbers.</summary>
    public IReadOnlyList<string> Pivots => pivots;

    public void AddPivot(string path) => pivots.Add(path);

    /// <summary>Number under which the workbook knows a pivot table's source.</summary>
    public static uint PivotId(string number) => uint.Parse(number, CultureInfo.InvariantCulture);

    public void Keep(string name, TablePlace place)
    {
        Keep(name, place.Address);
        ranges.Add(name, place);
    }

    /// <summary>Sheet and cells of a named table with its headings.</summary>
    public (string Sheet, string Cells) Range(string name) => ranges.TryGetValue(name, out var place)
        ? (place.Front.Sheet, place.Whole)
        : throw new ArgumentException($"A pivot table reads \"{name}\", which is no table of this workbook.", nameof(name));

    /// <summary>A named table and where it stands.</summary>
    public (Table Table, TablePlace Rows) Place(string name) => ranges.TryGetValue(name, out var place)
        ? (place.Table, place)
        : throw new ArgumentException($"Sparklines read \"{name}\", which is not on a later sheet or above.", nameof(name));

    /// <summary>A formula's text on a sheet.</summary>
    public string Text(Formula formula, Func<CellReference, string> address) =>
        formula.Call is { } call ? call.Text(Stretches, address, lookups) : formula.Resolve(address);

    private IReadOnlyList<string> Stretches(CellReference reference) => ranges.TryGetValue(reference.Table, out var place)
        ? place.Stretches(reference.Column)
        : throw new ArgumentException($"A formula refers to \"{reference.Table}\", which is not on a later sheet or above.", nameof(reference));

    /// <summary>Cells of a column that all stand on one sheet.</summary>
    public string Stretch(CellReference reference)
    {
        var cells = Address(reference);
        return ranges.TryGetValue(reference.Table, out var place) && place.Split
            ? throw new ArgumentException($"Choices come from \"{reference.Table}\", whose rows stand on more than one sheet: take a shorter table.", nameof(reference))
            : cells;
    }

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
