using System.Globalization;
using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// The grid that the default settings were read from, one setting at a time around them, on a training file alone: products for every fourth creator with
/// something hidden, then creators for every sixteenth product.
/// </summary>
internal static class MatchValidation
{
    public static void Run(IReadOnlyList<Interaction> training)
    {
        var all = Interactions.Of(training.Max(i => i.Creator) + 1, training.Max(i => i.Product) + 1, training);
        HeldOut[] parts = [HeldOut.Together(all), HeldOut.ByChance(all)];
        Ask.Say($"validation: recall@20 and ndcg@20 with {parts[0].Hidden.Count} of {all.Count} training interactions hidden that belong together; the same with {parts[1].Hidden.Count} by chance");
        foreach (var (name, settings) in Grid()) Say(name, parts.Select(p => ForCreators(p, settings)));
        foreach (var damping in new[] { 0, 0.25, 0.5, 0.75, 1 })
            Say(Name("creators: activity damping", damping), parts.Select(p => ForProducts(p, new GraphSettings { ActivityDamping = damping })));
    }

    private static TopScore ForCreators(HeldOut part, GraphSettings settings)
    {
        var wanted = Wanted(part.Hidden, 4, i => i.Creator, i => i.Product);
        return TopScore.Of(GraphFilter.Fit(part.Known, settings).Top([.. wanted.Keys], TopScore.Count), [.. wanted.Values]);
    }

    private static TopScore ForProducts(HeldOut part, GraphSettings settings)
    {
        var model = GraphFilter.Fit(part.Known, settings);
        var wanted = Wanted(part.Hidden, 16, i => i.Product, i => i.Creator);
        return TopScore.Of([.. wanted.Keys.Select(p => model.TopCreators(p, TopScore.Count))], [.. wanted.Values]);
    }

    private static IEnumerable<(string, GraphSettings)> Grid()
    {
        var chosen = new GraphSettings();
        yield return ("the defaults", chosen);
        yield return ("GF-CF", chosen with { CreatorDamping = 0.5, Rank = 256, LowPass = 0.3, Shape = FilterShape.Plain });
        yield return ("BSPM-EM", chosen with { CreatorDamping = 0.5, SharpRank = 448 });
        foreach (var x in new[] { 1.5, 2, 3 }) yield return (Name("sharpening", x), chosen with { Shape = FilterShape.Sharpened(x) });
        foreach (var x in new[] { 0, 0.1, 0.3 }) yield return (Name("low-pass", x), chosen with { LowPass = x });
        foreach (var x in new[] { 0.2, 0.3, 0.5 }) yield return (Name("creator damping", x), chosen with { CreatorDamping = x });
        foreach (var x in new[] { 0.4, 0.6 }) yield return (Name("history damping", x), chosen with { HistoryDamping = x });
        foreach (var x in new[] { 0.4, 0.6 }) yield return (Name("offer damping", x), chosen with { OfferDamping = x });
        foreach (var x in new[] { 192, 448 }) yield return (Name("rank", x), chosen with { Rank = x });
        foreach (var x in new[] { 64, 192 }) yield return (Name("sharp rank", x), chosen with { SharpRank = x });
        foreach (var x in new[] { 500, 800, 2000, 8000 }) yield return (Name("neighbours", x), chosen with { Neighbours = x });
    }

    private static SortedDictionary<int, HashSet<int>> Wanted(IEnumerable<Interaction> hidden, ulong every, Func<Interaction, int> asked, Func<Interaction, int> wanted) =>
        new(hidden.Where(i => HeldOut.Mixed((ulong)asked(i)) % every == 0).GroupBy(asked).ToDictionary(g => g.Key, g => g.Select(wanted).ToHashSet()));

    private static string Name(string setting, double value) => string.Create(CultureInfo.InvariantCulture, $"{setting} {value}");

    private static void Say(string name, IEnumerable<TopScore> scores) =>
        Ask.Say($"{name,-34}" + string.Concat(scores.Select(s => string.Create(CultureInfo.InvariantCulture, $"  {s.Recall:0.0000} {s.Ndcg:0.0000}"))));
}
