using System.Globalization;
using Showrunner.Engine.Matching.Graphs;

namespace Showrunner.Benchmarks.Matching;

/// <summary>
/// The grid that the default settings were read from: every tenth training interaction is hidden, by a mixture of its two places, and guessed from the others.
/// Products for every fourth creator with something hidden; creators for every fourth product.
/// </summary>
internal static class MatchValidation
{
    private const ulong Hidden = 10, Asked = 4;

    public static void Run(IReadOnlyList<Interaction> all)
    {
        var (creators, products) = (all.Max(i => i.Creator) + 1, all.Max(i => i.Product) + 1);
        var parts = all.ToLookup(i => Mixed((ulong)i.Creator * 1_000_003 + (ulong)i.Product) % Hidden == 0);
        var (known, hidden) = (Interactions.Of(creators, products, parts[false]), parts[true].ToArray());
        Ask.Say($"validation: {hidden.Length} of {all.Count} training interactions hidden");
        foreach (var (name, settings) in Grid())
        {
            var model = GraphFilter.Fit(known, settings);
            var wanted = Chosen(hidden, i => i.Creator, i => i.Product);
            var score = TopScore.Of(model.Top([.. wanted.Keys], TopScore.Count), [.. wanted.Values]);
            Ask.Say(string.Create(CultureInfo.InvariantCulture, $"{name,-34} recall@20 {score.Recall:0.0000}  ndcg@20 {score.Ndcg:0.0000}"));
        }
        foreach (var damping in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            var model = GraphFilter.Fit(known, new GraphSettings { ActivityDamping = damping });
            var wanted = Chosen(hidden, i => i.Product, i => i.Creator);
            var score = TopScore.Of([.. wanted.Keys.Select(p => model.TopCreators(p, TopScore.Count))], [.. wanted.Values]);
            Ask.Say(string.Create(CultureInfo.InvariantCulture, $"{"creators, activity damping " + damping,-34} recall@20 {score.Recall:0.0000}  ndcg@20 {score.Ndcg:0.0000}"));
        }
    }

    private static IEnumerable<(string, GraphSettings)> Grid()
    {
        var chosen = new GraphSettings();
        yield return ("the defaults", chosen);
        foreach (var shape in new[] { FilterShape.LowPass(0), FilterShape.LowPass(0.1), FilterShape.LowPass(0.3), FilterShape.Polynomial(2, -1), FilterShape.Polynomial(3, -3, 1), FilterShape.BlurAndSharpen(0.2, 1), FilterShape.BlurAndSharpen(0.2, 2.5) })
            yield return (shape.Name, chosen with { Shape = shape });
        foreach (var x in new[] { 0.1, 0.3, 0.5 }) yield return ($"creator damping {x}", chosen with { CreatorDamping = x });
        foreach (var x in new[] { 0.5, 0.55, 0.75 }) yield return ($"history damping {x}", chosen with { HistoryDamping = x });
        foreach (var x in new[] { 0.1, 0.3, 0.5 }) yield return ($"offer damping {x}", chosen with { OfferDamping = x });
        foreach (var x in new[] { 64, 128, 256, 384 }) yield return ($"rank {x}", chosen with { Rank = x });
        foreach (var x in new[] { 250, 1000, 8000 }) yield return ($"neighbours {x}", chosen with { Neighbours = x });
    }

    private static SortedDictionary<int, HashSet<int>> Chosen(IEnumerable<Interaction> hidden, Func<Interaction, int> asked, Func<Interaction, int> wanted) =>
        new(hidden.Where(i => Mixed((ulong)asked(i)) % Asked == 0).GroupBy(asked).ToDictionary(g => g.Key, g => g.Select(wanted).ToHashSet()));

    /// <summary>SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    private static ulong Mixed(ulong x)
    {
        x += 0x9E3779B97F4A7C15;
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
