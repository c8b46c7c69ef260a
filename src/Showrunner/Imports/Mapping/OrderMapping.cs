using Showrunner.Imports.Kinds;
using Showrunner.Imports.Reading;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Imports.Mapping;

/// <summary>Where a field's value comes from: a column, two columns multiplied, or a constant.</summary>
internal sealed record MappedValue(string Column, string? Times, string? Constant, long Line);

/// <summary>A saved description of somebody's order file: which column is which field, and how it writes.</summary>
internal sealed class OrderMapping
{
    public const string Kind = "order_lines";

    public required string FileName { get; init; }
    public required string Name { get; init; }
    public required string Currency { get; init; }
    public char? Decimal { get; init; }
    public string[] DateFormats { get; init; } = [];
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>A line with a negative quantity is a return.</summary>
    public bool ReturnsAreNegative { get; init; }
    public required IReadOnlyDictionary<string, MappedValue> Fields { get; init; }

    public string? Constant(string field) => Fields.GetValueOrDefault(field)?.Constant;

    /// <summary>The name under which the second factor of a field's product is found among the recognised fields.</summary>
    public string? Times(string field) => Fields.GetValueOrDefault(field)?.Times is null ? null : Factor(field);

    private static string Factor(string field) => field + " *";

    public void CheckMarket(MarketRules market)
    {
        if (Currency != market.Currency) throw new Refused("mapping_currency", Name, Currency, market.Currency, market.Code);
    }

    /// <summary>The file as recognised when this row is its header; null when a column is not in it.</summary>
    public Recognition? Match(HeaderRow row)
    {
        var places = new Dictionary<string, int>();
        for (var i = row.Normal.Length - 1; i >= 0; i--) places[row.Normal[i]] = i;
        var fields = new Dictionary<string, int>();
        foreach (var (header, field) in Wanted())
        {
            if (!places.TryGetValue(HeaderText.Normal(header), out var index)) return null;
            if (row.Normal.Count(text => text == row.Normal[index]) > 1)
                throw new Refused("column_twice", row.FileName, header, index + 1, Array.LastIndexOf(row.Normal, row.Normal[index]) + 1);
            fields[field] = index;
        }
        var names = fields.Where(field => !field.Key.EndsWith('*')).ToLookup(field => field.Value, field => field.Key);
        return new Recognition
        {
            FileName = row.FileName,
            KindCode = Kind,
            Family = FactFamily.OrderLines,
            HeaderRow = row.Row,
            Fields = fields,
            HeaderCurrency = row.Currency,
            Shape = new Layout(Name, []),
            Columns = [.. row.Texts.Select((text, i) => new RecognisedColumn(i, text, names[i].Any() ? string.Join(", ", names[i]) : null))],
        };
    }

    public Refused NoMatch(string fileName, HeaderRow? widest)
    {
        var found = widest?.Normal ?? [];
        var missing = Wanted().Select(wanted => wanted.Header).Where(header => !found.Contains(HeaderText.Normal(header))).Distinct();
        return new Refused("mapping_columns_missing", fileName, Name, string.Join(", ", missing), string.Join(", ", widest?.Texts ?? []));
    }

    private IEnumerable<(string Header, string Field)> Wanted()
    {
        foreach (var (field, value) in Fields)
        {
            if (value.Constant is not null) continue;
            yield return (value.Column, field);
            if (value.Times is { } times) yield return (times, Factor(field));
        }
    }
}
