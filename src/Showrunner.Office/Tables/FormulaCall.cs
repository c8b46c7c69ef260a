using System.Globalization;

namespace Showrunner.Office;

/// <summary>A function over the columns of a named table, whose text depends on where its rows came to stand.</summary>
internal abstract record FormulaCall
{
    // The longest text a formula may hold.
    private const int LongestText = 255;

    public abstract string Text(Func<CellReference, IReadOnlyList<string>> stretches, Func<CellReference, string> address, LookupForm form);

    protected static string Plain(object value, Func<CellReference, string> address) => value switch
    {
        CellReference reference => address(reference),
        string text => Quoted(text),
        int or long or decimal or double => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
        DateOnly day => (day.DayNumber - new DateOnly(1899, 12, 30).DayNumber).ToString(CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A formula cannot look for a {value.GetType().Name}: give a text, a number, a day or a cell of the row."),
    };

    protected static string Quoted(string text) => text.Length <= LongestText
        ? "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\""
        : throw new ArgumentException($"A formula holds texts of at most {LongestText} characters: refer to a cell instead.");
}

/// <summary>The first row whose key is equal; an empty text where there is none.</summary>
internal sealed record LookupCall(object Key, CellReference Keys, CellReference Results) : FormulaCall
{
    public override string Text(Func<CellReference, IReadOnlyList<string>> stretches, Func<CellReference, string> address, LookupForm form)
    {
        var key = Plain(Key, address);
        var text = "\"\"";
        foreach (var (keys, results) in stretches(Keys).Zip(stretches(Results)).Reverse())
            text = form == LookupForm.XLookup ? $"_xlfn.XLOOKUP({key},{keys},{results},{text})" : $"IFERROR(INDEX({results},MATCH({key},{keys},0)),{text})";
        return text;
    }
}

/// <summary>Sum over the rows that meet every condition, on all sheets the table stands on.</summary>
internal sealed record SumCall(CellReference Summed, IReadOnlyList<(CellReference Column, object Equal)> Conditions) : FormulaCall
{
    public override string Text(Func<CellReference, IReadOnlyList<string>> stretches, Func<CellReference, string> address, LookupForm form)
    {
        var columns = Conditions.Select(c => (Cells: stretches(c.Column), Wanted: Criterion(c.Equal, address))).ToList();
        return string.Join("+", stretches(Summed).Select((sum, i) => $"SUMIFS({sum},{string.Join(",", columns.Select(c => $"{c.Cells[i]},{c.Wanted}"))})"));
    }

    // With "=" before it a text such as ">5" is looked for as it stands.
    private static string Criterion(object value, Func<CellReference, string> address) => value switch
    {
        CellReference reference => "\"=\"&" + address(reference),
        string text => Quoted("=" + text.Replace("~", "~~", StringComparison.Ordinal).Replace("*", "~*", StringComparison.Ordinal).Replace("?", "~?", StringComparison.Ordinal)),
        _ => Plain(value, address),
    };
}
