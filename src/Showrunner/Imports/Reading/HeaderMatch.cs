using System.Collections.Concurrent;
using Showrunner.Imports.Kinds;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>How well a row fits one layout of one kind.</summary>
internal sealed class HeaderMatch
{
    private static readonly ConcurrentDictionary<Layout, Dictionary<string, string>> Known = new(ReferenceEqualityComparer.Instance as IEqualityComparer<Layout>);

    public required HeaderRow Row { get; init; }
    public required Kind Kind { get; init; }
    public required Layout Layout { get; init; }
    public required int Matched { get; init; }
    public required IReadOnlyList<string> Missing { get; init; }

    public static HeaderMatch Of(HeaderRow row, Kind kind, Layout layout)
    {
        var known = FieldsOf(layout);
        var fields = row.Normal.Where(known.ContainsKey).Select(header => known[header]).ToList();
        return new HeaderMatch
        {
            Row = row,
            Kind = kind,
            Layout = layout,
            Matched = fields.Count,
            Missing = [.. layout.Required.Except(fields)],
        };
    }

    private static Dictionary<string, string> FieldsOf(Layout layout) => Known.GetOrAdd(layout, static shape =>
    {
        var fields = new Dictionary<string, string>();
        foreach (var (header, field) in shape.Columns) fields.TryAdd(HeaderText.Normal(header), field);
        return fields;
    });

    public NearestKind? AsNearest() => Matched < 2 ? null : new NearestKind(Kind.Code, Layout.Name, [.. Missing.Select(HeaderOf)]);

    private string HeaderOf(string field) => Layout.Columns.First(column => column.Field == field).Header;

    public Recognition Recognition((DateOnly From, DateOnly To)? period)
    {
        RefuseMixedLanguages();
        var fields = new Dictionary<string, int>();
        var columns = new RecognisedColumn[Row.Texts.Length];
        for (var i = 0; i < columns.Length; i++)
        {
            var field = FieldsOf(Layout).GetValueOrDefault(Row.Normal[i]) ?? (Layout.IsLanguage ? null : FieldElsewhere(Row.Normal[i], fields));
            if (IsOtherName(Row.Normal[i], field)) field = null;
            columns[i] = new RecognisedColumn(i, Row.Texts[i], string.IsNullOrEmpty(field) ? null : field);
            if (string.IsNullOrEmpty(field) || fields.TryAdd(field, i)) continue;
            throw new Refused("column_twice", Row.FileName, Row.Texts[i], fields[field] + 1, i + 1);
        }
        return new Recognition
        {
            FileName = Row.FileName,
            KindCode = Kind.Code,
            Shape = Layout,
            Family = Kind.Family,
            HeaderRow = Row.Row,
            Columns = columns,
            Fields = fields,
            HeaderCurrency = Row.Currency,
            PeriodFrom = period?.From,
            PeriodTo = period?.To,
        };
    }

    /// <summary>The file says the field under a name that counts before this one.</summary>
    private bool IsOtherName(string header, string? field) => Layout.FirstNameCounts && field is { Length: > 0 }
        && Layout.Columns.Where(column => column.Field == field).Select(column => HeaderText.Normal(column.Header)).First(Row.Normal.Contains) != header;

    // A header of another era of the same kind, as long as this era does not name that field itself.
    private string? FieldElsewhere(string header, Dictionary<string, int> taken)
    {
        foreach (var other in Kind.Layouts)
        {
            if (!FieldsOf(other).TryGetValue(header, out var field) || field.Length == 0) continue;
            if (!taken.ContainsKey(field) && !Row.Normal.Any(h => FieldsOf(Layout).GetValueOrDefault(h) == field)) return field;
        }
        return null;
    }

    public void RefuseMixedLanguages()
    {
        if (!Layout.IsLanguage || Matched < 2) return;
        foreach (var other in Kind.Layouts)
        {
            var foreign = Row.Normal.Count(header => FieldsOf(other).GetValueOrDefault(header) is { Length: > 0 } && !FieldsOf(Layout).ContainsKey(header));
            if (other != Layout && foreign >= 3) throw new Refused("headers_mixed", Row.FileName, Row.Row, Layout.Name, other.Name);
        }
    }
}
