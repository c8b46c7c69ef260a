using System.Globalization;
using System.Text.Json;
using Showrunner.Insights.Findings;
using Showrunner.Platform;

namespace Showrunner.Benchmarks.Findings;

/// <summary>Something that the truth file says was planted: what, when, and by which member of which dimension.</summary>
/// <param name="Causes">Dimension and name of the member; the first is whose figures change.</param>
internal sealed record Planted(string Market, string Kind, DayRange Days, bool IsUp, bool IsReturns, double Without, double With, IReadOnlyList<(string Dimension, string Name)> Causes)
{
    // Returns are seen when a fortnight has passed; a slow rise or fall is seen while it lasts or in the week after.
    private const int AfterReturns = 45, After = 7;

    public static IEnumerable<Planted> Read(string truth)
    {
        foreach (var line in File.ReadLines(truth))
        {
            if (!line.StartsWith("{\"type\":\"event\"", StringComparison.Ordinal)) continue;
            using var json = JsonDocument.Parse(line);
            var e = json.RootElement;
            var (without, with, kind) = (e.GetProperty("without").GetDouble(), e.GetProperty("with").GetDouble(), e.GetProperty("kind").GetString()!);
            var returns = e.GetProperty("measure").GetString() == "return_rate";
            yield return new Planted(e.GetProperty("market").GetString()!, kind, new DayRange(Day(e, "from"), Day(e, "to")), with > without, returns, without, with,
                [.. e.GetProperty("causes").EnumerateArray().Select(c => (c.GetProperty("dimension").GetString()!, Name(c)))]);
        }
    }

    /// <summary>When creators began to sell, by handle.</summary>
    public static Dictionary<string, DateOnly> Starts(string truth)
    {
        var starts = new Dictionary<string, DateOnly>();
        foreach (var line in File.ReadLines(truth))
        {
            if (!line.StartsWith("{\"type\":\"creator\"", StringComparison.Ordinal)) continue;
            using var json = JsonDocument.Parse(line);
            starts[json.RootElement.GetProperty("handle").GetString()!] = Day(json.RootElement, "starts");
        }
        return starts;
    }

    /// <summary>Told of within its days or soon after, in its direction, with the member it comes from as its subject or among the first three of its dimension.</summary>
    public bool IsToldBy(Found found) => Overlaps(found.Days) && (IsReturns ? found.Kind == "refunds_high" : found.Kind != "refunds_high" && found.IsUp == IsUp) && Names(found, Causes[0]);

    /// <summary>The same, and the other causes are named too.</summary>
    public bool IsExplainedBy(Found found) => IsToldBy(found) && Causes.Skip(1).All(cause => Names(found, cause));

    private bool Overlaps(DayRange days) => days.From <= Days.To.AddDays(IsReturns ? AfterReturns : After) && days.To >= Days.From;

    private static bool Names(Found found, (string Dimension, string Name) cause) =>
        (found.Subject == cause.Dimension && found.Name == cause.Name)
        || (cause.Dimension == "day" && found.Days.From == found.Days.To && Text(found.Days.From) == cause.Name)
        || found.Causes.Where(c => c.Dimension == cause.Dimension).Take(3).Any(c => c.Name == cause.Name || c.Member == cause.Name);

    private static string Name(JsonElement cause) => cause.GetProperty("dimension").GetString() is "day" or "creator" or "channel" ? cause.GetProperty("member").GetString()! : cause.GetProperty("name").GetString()!;
    private static DateOnly Day(JsonElement e, string name) => DateOnly.ParseExact(e.GetProperty(name).GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Market} {Kind} {Days.From:yyyy-MM-dd}–{Days.To:yyyy-MM-dd} {Without:G4} → {With:G4} {string.Join(", ", Causes.Select(c => $"{c.Dimension} {c.Name}"))}");
}
