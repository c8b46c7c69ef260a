using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.DuckDb;
using Showrunner.Engine.Matching.Values;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Metrics.Dictionary;
using Showrunner.Shops;

namespace Showrunner.Matching;

/// <summary>Reads what matching learns from: who sold what in the last twelve weeks, what was offered to whom, and what is known of people and goods.</summary>
public sealed class ReadMarket(AppDb db, LedgerColumns columns, TimeProvider clock)
{
    private const int Days = 84, Month = 28, LeastDays = 14, LeastVideos = 2, DeclinedDays = 90, Settled = 7;
    private const double ReturnPrior = 20;

    /// <param name="until">As if this were the last day that anything is known of; what is said of people and goods is as of now.</param>
    public async Task<MatchedMarket> Handle(Market market, CancellationToken cancel, DateOnly? until = null)
    {
        var change = await columns.CatchUp(db, cancel);
        var products = await db.Products.AsNoTracking().Where(p => p.MarketId == market.Id).OrderBy(p => p.Id).ToListAsync(cancel);
        var shops = await db.Shops.AsNoTracking().Where(s => s.MarketId == market.Id).ToDictionaryAsync(s => s.Id, s => s.Name, cancel);
        var paths = await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Path, cancel);
        var called = await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Path, c => c.Names, cancel);
        return await Task.Run(() => Read(market, change, products, shops, paths, called, until, cancel), cancel);
    }

    private MatchedMarket Read(Market market, long change, List<Product> products, Dictionary<long, string> shops, Dictionary<long, string> paths, Dictionary<string, string> called, DateOnly? until, CancellationToken cancel)
    {
        using var connection = columns.Connect();
        using var stop = cancel.Register(connection.Interrupt);
        var last = until ?? LastDay(connection, market.Id) ?? market.Rules.DayOf(clock.GetUtcNow());
        var nodes = new CategoryNodes();
        var (facts, people, about) = Creators(connection, market, last, nodes);
        var creatorAt = Enumerable.Range(0, people.Count).ToDictionary(i => people[i].Id);
        var productAt = Enumerable.Range(0, products.Count).ToDictionary(i => products[i].Id);
        var (offers, posted, waiting, declined, recent) = Offers(connection, market.Id, last, until, creatorAt, productAt);
        var sales = Sales(connection, market, last, creatorAt, productAt, posted, out var sold);
        var told = Told(connection, market.Id);
        var (refunds, gmv) = (sold.Values.Sum(s => s.Refund), sold.Values.Sum(s => s.Gmv));
        var usual = gmv > 0 ? refunds / gmv : 0;
        var goods = new List<MatchedProduct>(products.Count);
        var known = new List<MatchProduct>(products.Count);
        foreach (var product in products)
        {
            var (cost, price, rating, stock) = told.GetValueOrDefault(product.Id);
            var mean = sold.TryGetValue(product.Id, out var of) && of.Units > 0 ? of.Gmv / of.Units : (double?)null;
            var shown = (price ?? (product.PriceLowMinor is { } low ? (low + (product.PriceHighMinor ?? low)) / 2 : null)) is { } minor ? minor : mean;
            var major = shown is > 0 ? shown.Value / market.Rules.MinorPerMajor : (double?)null;
            var path = paths.GetValueOrDefault(product.CategoryId, "");
            var rate = product.CommissionRatePpm is { } ppm ? ppm / 1e6 : of.Rate;
            var margin = cost is { } c && shown is > 0 ? Math.Max(-1, 1 - c / shown.Value) : (double?)null;
            var prior = ReturnPrior * (mean ?? 1);
            goods.Add(new MatchedProduct(product.Id, product.ProductNo, product.Name.Length > 0 ? product.Name : product.ProductNo, product.ShopId, shops.GetValueOrDefault(product.ShopId, ""), path,
                major is null ? null : (long)Math.Round(shown!.Value), major is { } p ? (decimal)p : null, rate, margin, (of.Refund + prior * usual) / (of.Gmv + prior), stock));
            known.Add(new MatchProduct(product.Id, nodes.Of(path), major, rate, rating / 1e6, product.ShopId));
        }
        var words = PairWords.Of([.. goods.Select(g => $"{g.Name} {CategoryNames.Words(g.Category, called.GetValueOrDefault(g.Category, "{}"))}")], about, sales.Where(s => s.IsShown).Select(s => (s.Creator, s.Product)), Titles(connection, market.Id, last, creatorAt, productAt));
        var model = ValueModel.Fit(new MarketFacts(facts, known, sales, offers, words), cancel: cancel);
        return new MatchedMarket(market.Rules, model, people, goods, waiting, declined, recent, last, change, clock.GetUtcNow());
    }

    private static DateOnly? LastDay(DuckConnection connection, long marketId)
    {
        using var rows = connection.Query($"SELECT max(day) FROM (SELECT max(day) AS day FROM order_line WHERE market_id = {Id(marketId)} UNION ALL SELECT max(day) FROM content_stat WHERE market_id = {Id(marketId)})");
        return rows.Read() && !rows.IsNull(0) ? rows.GetDate(0) : null;
    }

    private static (List<MatchCreator>, List<MatchedCreator>, List<string> About) Creators(DuckConnection connection, Market market, DateOnly last, CategoryNodes nodes)
    {
        var (facts, people, about) = (new List<MatchCreator>(), new List<MatchedCreator>(), new List<string>());
        using var rows = connection.Query(string.Create(CultureInfo.InvariantCulture, $"""
            SELECT c.id, c.handle, c.name, c.category, c.followers, c.female_low, c.female_high, c.post_rate_low, c.post_rate_high, f.first, t.samples, t.posted, c.bio, v.recent, v.before, v.earlier
            FROM creator c
            LEFT JOIN (SELECT creator_id, min(day) AS first FROM order_line WHERE market_id = {market.Id} GROUP BY creator_id) f ON f.creator_id = c.id
            LEFT JOIN (SELECT creator_id, arg_max(low, period_to) FILTER (measure = '{TotalMeasure.Samples}') AS samples, arg_max(low, period_to) FILTER (measure = '{TotalMeasure.SampleContent}') AS posted
              FROM period_total WHERE market_id = {market.Id} AND subject = 'creator' AND state = '{Known.Exact}' GROUP BY creator_id) t ON t.creator_id = c.id
            LEFT JOIN (SELECT creator_id, {Course("count(DISTINCT content_no)", last)} FROM content_stat WHERE market_id = {market.Id} AND day BETWEEN {Day(last.AddDays(1 - Days))} AND {Day(last)} GROUP BY creator_id) v ON v.creator_id = c.id
            WHERE c.market_id = {market.Id} AND c.merged_into_id IS NULL ORDER BY c.id
            """));
        while (rows.Read())
        {
            long? At(int column) => rows.IsNull(column) ? null : rows.GetInt64(column);
            double? Share(int low) => At(low) is { } from && At(low + 1) is { } to ? Math.Clamp((from + to) / 2e6, 0, 1) : null;
            var path = nodes.Of(rows.GetText(3));
            var posted = (double)(At(11) ?? 0);
            facts.Add(new MatchCreator(rows.GetInt64(0), path.Count == 0 ? -1 : path[^1], Share(5), Share(7), At(4), Math.Max(posted, At(10) ?? 0), posted, At(15) is { } earlier and > 0 ? new LastMonths(At(13) ?? 0, At(14) ?? 0, earlier) : default));
            about.Add(rows.GetText(12));
            people.Add(new MatchedCreator(rows.GetInt64(0), rows.GetText(1), rows.GetText(2), At(4), rows.IsNull(9) ? null : rows.GetDate(9)));
        }
        return (facts, people, about);
    }

    /// <summary>
    /// What each pair sold per 28 days since it began, at most twelve weeks back. Where it is known who showed what (videos, offers), other sales are by chance;
    /// what was shown and sold nothing counts as nothing.
    /// </summary>
    /// <param name="posted">When offers were posted about.</param>
    private static List<PairSales> Sales(DuckConnection connection, Market market, DateOnly last, Dictionary<long, int> creatorAt, Dictionary<long, int> productAt, Dictionary<(int, int), DateOnly> posted, out Dictionary<long, (double Gmv, double Units, double Refund, double? Rate)> sold)
    {
        var (from, to) = (last.AddDays(1 - Days), last);
        var (sales, videos, active) = (new List<PairSales>(), new Dictionary<(int, int), PairSales>(), new Dictionary<int, DateOnly>());
        var takers = posted.Keys.Select(p => p.Item1).ToHashSet();
        sold = [];
        string Measure(string code) => MetricDictionary.Measure(Family.Lines, code).Sql;
        using (var rows = connection.Query($"SELECT creator_id, min(day) FROM (SELECT creator_id, day FROM order_line WHERE market_id = {Id(market.Id)} UNION ALL SELECT creator_id, day FROM content_stat WHERE market_id = {Id(market.Id)}) GROUP BY creator_id"))
            while (rows.Read())
                if (creatorAt.TryGetValue(rows.GetInt64(0), out var creator)) active[creator] = rows.GetDate(1);
        using (var rows = connection.Query($"""
            SELECT creator_id, product_id, CAST(sum(coalesce(gmv_minor, 0)) AS BIGINT), CAST(sum(coalesce(items, 0)) AS BIGINT), min(day), count(DISTINCT content_no)
            FROM content_stat WHERE market_id = {Id(market.Id)} AND day BETWEEN {Day(from)} AND {Day(to)} AND creator_id <> 0 AND product_id <> 0 GROUP BY creator_id, product_id ORDER BY creator_id, product_id
            """))
            while (rows.Read())
                // Who posts about what he was offered mentions other things in passing.
                if (Pair(rows) is { } pair && (rows.GetInt64(5) >= LeastVideos || posted.ContainsKey(pair) || !takers.Contains(pair.Creator)))
                {
                    var first = rows.GetDate(4);
                    videos[pair] = Rate(pair, (double)rows.GetInt64(2) / market.Rules.MinorPerMajor, rows.GetInt64(3), posted.TryGetValue(pair, out var day) && day < first ? day : first, true);
                    // A later sale of what was filmed earlier has begun with the video.
                    posted[pair] = posted.TryGetValue(pair, out day) && day < first ? day : first;
                }
        using (var rows = connection.Query($"""
            SELECT f.creator_id, f.product_id, {Measure("gmv")}, {Measure("items")}, {Measure("refunds")}, min(f.day), avg(f.commission_rate_ppm), {Course("count(*)", last)}
            FROM order_line f WHERE f.market_id = {Id(market.Id)} AND f.day BETWEEN {Day(from)} AND {Day(to)} AND f.product_id <> 0 GROUP BY f.creator_id, f.product_id ORDER BY f.creator_id, f.product_id
            """))
            while (rows.Read())
            {
                double Number(int column) => rows.IsNull(column) ? 0 : rows.GetInt64(column);
                var all = sold.GetValueOrDefault(rows.GetInt64(1));
                sold[rows.GetInt64(1)] = (all.Gmv + Number(2), all.Units + Number(3), all.Refund + Number(4), rows.IsNull(6) ? all.Rate : rows.GetDouble(6) / 1e6);
                if (Pair(rows) is not { } pair) continue;
                var isShown = posted.TryGetValue(pair, out var day);
                sales.Add(Rate(pair, Number(2) / market.Rules.MinorPerMajor, Number(3), isShown && day < rows.GetDate(5) ? day : rows.GetDate(5), posted.Count == 0 || isShown, new LastMonths(Number(7), Number(8), Number(9))));
            }
        if (sales.Count == 0) return [.. videos.Values];
        var known = sales.Select(s => (s.Creator, s.Product)).ToHashSet();
        sales.AddRange(posted.Where(p => !known.Contains(p.Key)).OrderBy(p => p.Key).Select(p => Rate(p.Key, 0, 0, p.Value, true)));
        return sales;

        (int Creator, int Product)? Pair(DuckResult rows) => creatorAt.TryGetValue(rows.GetInt64(0), out var c) && productAt.TryGetValue(rows.GetInt64(1), out var p) ? (c, p) : null;

        PairSales Rate((int Creator, int Product) pair, double amount, double pieces, DateOnly since, bool isShown, LastMonths course = default)
        {
            // Before he began at all he did not sell this either, whatever he had said.
            if (active.TryGetValue(pair.Creator, out var first) && first > since) since = first;
            if (since < from) since = from;
            var months = Math.Max(LeastDays, to.DayNumber - since.DayNumber + 1) / (double)Month;
            return new PairSales(pair.Creator, pair.Product, Math.Max(0, amount) / months, Math.Max(0, pieces), isShown, months, since <= from.AddDays(Settled) ? course : default);
        }
    }

    private static (List<PairOffer>, Dictionary<(int, int), DateOnly> Posted, Dictionary<(int, int), DateOnly> Waiting, HashSet<(int, int)> Declined, Dictionary<int, int> Recent) Offers(DuckConnection connection, long marketId, DateOnly last, DateOnly? until, Dictionary<long, int> creatorAt, Dictionary<long, int> productAt)
    {
        var offers = new List<PairOffer>();
        var (posts, waiting) = (new Dictionary<(int, int), DateOnly>(), new Dictionary<(int, int), DateOnly>());
        var declined = new HashSet<(int, int)>();
        var recent = new Dictionary<int, int>();
        using var rows = connection.Query($"SELECT creator_id, product_id, day, answer, sample_day, posted_day, answered_day FROM offer WHERE market_id = {Id(marketId)} AND day <= {Day(last)} ORDER BY creator_id, product_id, day, occurrence");
        while (rows.Read())
        {
            if (!creatorAt.TryGetValue(rows.GetInt64(0), out var creator) || !productAt.TryGetValue(rows.GetInt64(1), out var product)) continue;
            DateOnly? On(int column) => !rows.IsNull(column) && !(rows.GetDate(column) > until) ? rows.GetDate(column) : null;
            var (day, answer, sampled, postedOn) = (rows.GetDate(2), rows.GetText(3), On(4), On(5));
            if (until is not null && On(6) is null && !rows.IsNull(6)) answer = "";
            bool? accepted = OfferFate.Accepted(answer, day, last), didPost = OfferFate.Posted(sampled, postedOn, last);
            offers.Add(new PairOffer(creator, product, accepted, didPost));
            if (postedOn is { } on && (!posts.TryGetValue((creator, product), out var earlier) || on < earlier)) posts[(creator, product)] = on;
            if (day > last.AddDays(-Month)) recent[creator] = recent.GetValueOrDefault(creator) + 1;
            if (accepted is null || accepted == true && postedOn is null && didPost is null) waiting[(creator, product)] = day;
            if (answer == OfferAnswer.Declined && day > last.AddDays(-DeclinedDays)) declined.Add((creator, product));
        }
        return (offers, posts, waiting, declined, recent);
    }

    /// <summary>What is said of goods as a whole, each the newest; of SKUs the mean, and of their stock the sum.</summary>
    private static Dictionary<long, (double? Cost, double? Price, double? Rating, long? Stock)> Told(DuckConnection connection, long marketId)
    {
        var told = new Dictionary<long, (double? Cost, double? Price, double? Rating, long? Stock)>();
        using var rows = connection.Query($"""
            SELECT v.product_id, v.measure, coalesce(max(v.value) FILTER (v.sku_no = ''), avg(v.value)), coalesce(max(v.value) FILTER (v.sku_no = ''), CAST(sum(v.value) AS BIGINT))
            FROM product_figure v JOIN (SELECT product_id, measure, max(day) AS newest FROM product_figure WHERE market_id = {Id(marketId)} GROUP BY product_id, measure) n
              ON n.product_id = v.product_id AND n.measure = v.measure AND n.newest = v.day
            WHERE v.market_id = {Id(marketId)} AND v.occurrence = 0 GROUP BY v.product_id, v.measure
            """);
        while (rows.Read())
        {
            var known = told.GetValueOrDefault(rows.GetInt64(0));
            var value = rows.GetDouble(2);
            told[rows.GetInt64(0)] = rows.GetText(1) switch
            {
                GoodsMeasure.Cost => known with { Cost = value },
                GoodsMeasure.Price => known with { Price = value },
                GoodsMeasure.Rating => known with { Rating = value },
                _ => known with { Stock = rows.GetInt64(3) },
            };
        }
        return told;
    }

    /// <summary>The last title over each product that a creator shows, and over none in particular.</summary>
    private static IEnumerable<ShownText> Titles(DuckConnection connection, long marketId, DateOnly last, Dictionary<long, int> creatorAt, Dictionary<long, int> productAt)
    {
        using var rows = connection.Query($"SELECT creator_id, product_id, arg_max(title, struct_pack(d := day, n := content_no)) FROM content_stat WHERE market_id = {Id(marketId)} AND day BETWEEN {Day(last.AddDays(1 - Days))} AND {Day(last)} AND title <> '' GROUP BY creator_id, product_id");
        while (rows.Read())
            if (creatorAt.TryGetValue(rows.GetInt64(0), out var creator)) yield return new ShownText(creator, productAt.GetValueOrDefault(rows.GetInt64(1), -1), rows.GetText(2));
    }

    /// <summary>A count of the last 28 days, of the 28 before, and of the 28 before those.</summary>
    private static string Course(string count, DateOnly last) =>
        $"{count} FILTER (day > {Day(last.AddDays(-Month))}) AS recent, {count} FILTER (day <= {Day(last.AddDays(-Month))} AND day > {Day(last.AddDays(-2 * Month))}) AS before, {count} FILTER (day <= {Day(last.AddDays(-2 * Month))}) AS earlier";

    private static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"DATE '{day:yyyy-MM-dd}'");
}

/// <summary>Numbers for every step of category paths, from the widest.</summary>
internal sealed class CategoryNodes
{
    private readonly Dictionary<string, int> known = new(StringComparer.Ordinal);

    public IReadOnlyList<int> Of(string path)
    {
        if (path.Length == 0) return [];
        var steps = new List<int>();
        for (var at = path.IndexOf('/'); ; at = path.IndexOf('/', at + 1))
        {
            var step = at < 0 ? path : path[..at];
            if (!known.TryGetValue(step, out var node)) known[step] = node = known.Count;
            steps.Add(node);
            if (at < 0) return steps;
        }
    }
}
