using System.Text;

namespace Showrunner.Web;

public sealed partial class Viewer
{
    private List<(string Name, string Value)> _query = [];

    public string Path { get; private set; } = "/";

    /// <summary>One value of the address, or null.</summary>
    public string? Asked(string name) => _query.FirstOrDefault(pair => pair.Name == name).Value;

    public IEnumerable<string> AskedAll(string name) => _query.Where(pair => pair.Name == name && pair.Value.Length > 0).Select(pair => pair.Value);

    /// <summary>Another page, for the same market and days. A null value takes a name out of the address.</summary>
    public string Link(string path, params (string Name, string? Value)[] changes) =>
        Address(path, FrameValues(), changes);

    /// <summary>This page with some values of its address changed.</summary>
    public string Here(params (string Name, string? Value)[] changes) => Address(Path, _query, changes);

    /// <summary>The address's values that a form on this page must carry along, except the ones it sets itself.</summary>
    public IEnumerable<(string Name, string Value)> Carried(params string[] except) =>
        _query.Where(pair => pair.Value.Length > 0 && !except.Contains(pair.Name));

    private IEnumerable<(string, string)> FrameValues()
    {
        if (Market is not null && Markets.Count > 1) yield return ("market", Market.Code);
        if (Preset == Period.Custom)
        {
            yield return ("from", Range.From.ToString("yyyy-MM-dd", null));
            yield return ("to", Range.To.ToString("yyyy-MM-dd", null));
        }
        else if (Asked("preset") is not null) yield return ("preset", Preset);
        if (Asked("compare") is not null) yield return ("compare", Compare);
    }

    private static string Address(string path, IEnumerable<(string Name, string Value)> values, (string Name, string? Value)[] changes)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var (start, end) = hash < 0 ? (path, "") : (path[..hash], path[hash..]);
        var changed = changes.Select(change => change.Name).ToHashSet(StringComparer.Ordinal);
        var address = new StringBuilder(start);
        var mark = start.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var kept = values.Where(value => value.Value.Length > 0 && !changed.Contains(value.Name))
            .Select(value => (value.Name, Value: (string?)value.Value));
        foreach (var (name, value) in kept.Concat(changes))
        {
            if (string.IsNullOrEmpty(value)) continue;
            address.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            mark = '&';
        }
        return address.Append(end).ToString();
    }
}
