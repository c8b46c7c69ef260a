using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Showrunner.Office;

/// <summary>Names of ranges as a spreadsheet allows them: letters, digits, dots and underscores, nothing that reads as a cell, each once.</summary>
internal sealed partial class RangeNames
{
    private const int Longest = 240;

    private readonly SortedDictionary<string, string> ranges = new(StringComparer.OrdinalIgnoreCase);

    public void Add(string wanted, string range)
    {
        var name = Legal(wanted);
        var free = name;
        for (var n = 2; !ranges.TryAdd(free, range); n++) free = FormattableString.Invariant($"{name}_{n}");
    }

    public IEnumerable<DefinedName> All => ranges.Select(r => new DefinedName(r.Value) { Name = r.Key });

    private static string Legal(string wanted)
    {
        var name = string.Concat(wanted.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        if (name.Length > Longest) name = name[..Longest];
        return name.Length == 0 || char.IsDigit(name[0]) || LikeCell().IsMatch(name) ? "_" + name : name;
    }

    [GeneratedRegex("^([A-Z]{1,3}[0-9]+|R[0-9]*(C[0-9]*)?|C[0-9]*)$", RegexOptions.IgnoreCase)]
    private static partial Regex LikeCell();
}
