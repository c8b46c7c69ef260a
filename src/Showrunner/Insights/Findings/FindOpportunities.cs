using System.Globalization;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>
/// Creators who sell a product's category but not the product. What they might bring is what the lower quarter of the product's present
/// sellers brings, from one in five of them: a floor to reason with, not a forecast.
/// </summary>
internal static class FindOpportunities
{
    public const string Kind = "creators_for_product";
    public const int Days = 28, MostCreators = 14, OneIn = 5;
    private const int MostProducts = 5, MostSellers = 500, FewestSellers = 4, History = 90;

    public static async Task<IReadOnlyList<Found>> Handle(OpenMarket open, FindingScope scope, DateOnly last, CancellationToken cancel)
    {
        var (range, long_) = (new DayRange(last.AddDays(1 - Days), last), new DayRange(last.AddDays(1 - History), last));
        var products = (await Top(open, range, "product", 4 * MostProducts, scope.Within, cancel)).Where(r => r.Keys[0] != "0").ToList();
        if (products.Count == 0) return [];
        var categories = (await open.Rows($"SELECT id, category_id FROM product WHERE id IN ({string.Join(", ", products.Select(p => p.Keys[0]))})", [], cancel)).ToDictionary(r => (long)r[0]!, r => (long)r[1]!);
        List<Found> found = [];
        foreach (var product in products)
        {
            var id = long.Parse(product.Keys[0], CultureInfo.InvariantCulture);
            if (found.Count == MostProducts || categories.GetValueOrDefault(id) is 0 and var category) continue;
            category = categories[id];
            var sellers = await Top(open, long_, "creator", MostSellers, [MetricFilter.Rows("product", id)], cancel);
            var recent = (await Top(open, range, "creator", MostSellers, [MetricFilter.Rows("product", id)], cancel)).Where(r => r.Keys[0] != "0" && r.Values[0] > 0).Select(r => (double)r.Values[0]!.Value).Order().ToList();
            if (recent.Count < FewestSellers) continue;
            var known = sellers.Select(s => s.Keys[0]).ToHashSet();
            var others = (await Top(open, range, "creator", MostSellers, [MetricFilter.Rows("category", category)], cancel)).Where(r => r.Keys[0] != "0" && !known.Contains(r.Keys[0])).Take(MostCreators).ToList();
            if (others.Count == 0) continue;
            var each = recent[recent.Count / 4];
            var worth = (long)(each * others.Count / OneIn);
            found.Add(new Found(Kind, "product", id, product.Labels[0], range, others.Count, 0, 0, others.Count, worth, 0)
            {
                Causes = [.. others.Select(o => new Cause("creator", o.Keys[0], o.Labels[0], (long)(o.Values[0] ?? 0), 0))],
            });
        }
        return found;
    }

    private static async Task<IReadOnlyList<MetricRow>> Top(OpenMarket open, DayRange range, string by, int most, IReadOnlyList<MetricFilter> where, CancellationToken cancel) =>
        (await open.Ask(new MetricQuery(open.Rules, ["gmv"], range) { By = [by], Where = where, Sort = "-gmv", Top = most, Basis = Family.Lines }, cancel)).Rows;
}
