using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Matching.Workbench;

/// <summary>The creators to whom it is worth most to offer something of a shop or campaign, each with what suits him best of it.</summary>
public static class RankForRange
{
    private const int LeastProducts = 5, MostOthers = 3, Part = 256;

    /// <param name="Id">Row number of the shop or campaign.</param>
    /// <param name="Top">How many, 1 to 200.</param>
    /// <param name="Margin">In percent, where nobody told what the goods cost.</param>
    /// <param name="From">First market day of the sales that filters ask for; the last 28 days that are known where none is named.</param>
    /// <param name="To">Last market day of these sales.</param>
    /// <param name="Compare">What growth is measured against: previous, year or none.</param>
    /// <param name="LeftOut">Lists those who are left out for this reason, up to 200 of them.</param>
    public sealed record Request(long Id, int Top = 20, double? Margin = null, DateOnly? From = null, DateOnly? To = null, string Compare = "previous", string? LeftOut = null);

    public sealed record Other(MatchedProduct Product, long ValueMinor);

    /// <param name="Best">The product that it is worth most to offer him.</param>
    /// <param name="Value">What is expected of that pair, and why.</param>
    /// <param name="Others">What else of the range is worth something, the best first.</param>
    /// <param name="WorthIt">How many products of the range are worth something with him.</param>
    public sealed record Ranked(MatchedProduct Best, RankCreators.Ranked Value, IReadOnlyList<Other> Others, int WorthIt);

    /// <param name="Of">shop or campaign.</param>
    /// <param name="Products">Those looked through.</param>
    /// <param name="AllProducts">Those there are; the best-selling are looked through where they are too many.</param>
    public sealed record Response(string Market, string Of, long Id, string Name, IReadOnlyList<Ranked> Creators, IReadOnlyList<RankCreators.LeftOut> LeftOut, IReadOnlyDictionary<string, int> LeftOutCounts, int Considered, int Products, int AllProducts,
        bool KnowsAnswers, bool KnowsSales, DateOnly Last, long Change, DateTimeOffset AsOf, bool Almost);

    private readonly record struct Worth(int Creator, int Product, double Value, int WorthIt);

    /// <param name="of">shop or campaign.</param>
    public static async Task<Response> Handle(string of, Request request, AppDb db, LedgerColumns columns, KeptMarkets kept, Actor actor, ChooseCreators choose, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        RankCreators.CheckTop(request.Top);
        var terms = MatchTerms.Of(request.Margin);
        var range = of == GoodsRange.Campaign ? await GoodsRange.OfCampaign(request.Id, db, columns, cancel) : await GoodsRange.OfShop(request.Id, db, cancel);
        if (!actor.SeesMarket(range.MarketId)) throw new Refused("not_found");
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Id == range.MarketId, cancel);
        var learned = await kept.Of(market, atOnce: false, cancel);
        if (range.In(learned).Count == 0) learned = await kept.Of(market, atOnce: true, cancel);
        var gone = await RankCreators.Out(market.Id, db, cancel);
        var names = await CategoryNames.In(actor.Language, db, cancel);
        var chosen = await choose.Of(market.Code, learned.Last, request.From, request.To, request.Compare, cancel);
        return await Task.Run(() => Rank(request, range, learned, gone, chosen, terms, names, cancel), cancel);
    }

    private static Response Rank(Request request, GoodsRange range, MatchedMarket learned, HashSet<long> gone, ChosenCreators chosen, MatchTerms terms, CategoryNames names, CancellationToken cancel)
    {
        var leftOut = new LeftOutList<RankCreators.LeftOut>(request.LeftOut, chosen.Called is not null);
        void Leave(int creator, string why) => leftOut.Add(why, new RankCreators.LeftOut(learned.Creators[creator], why, null));
        var asked = new List<int>();
        for (var c = 0; c < learned.Creators.Count; c++)
        {
            var id = learned.Creators[c].Id;
            if (!chosen.IsAsked(id)) continue;
            if (!chosen.Fits(id)) Leave(c, "filtered");
            else if (gone.Contains(id)) Leave(c, "out");
            else asked.Add(c);
        }
        var all = range.In(learned);
        var goods = GoodsRange.BestSelling(all, (int)Math.Max(LeastProducts, GoodsRange.MostAtOnce / Math.Max(1, asked.Count)), learned);
        var found = new Worth?[asked.Count];
        Parallel.For(0, (asked.Count + Part - 1) / Part, new ParallelOptions { CancellationToken = cancel }, part =>
        {
            for (var at = part * Part; at < Math.Min(asked.Count, (part + 1) * Part); at++) found[at] = Best(learned, asked[at], goods, gone, terms);
        });
        for (var at = 0; at < found.Length; at++) if (found[at] is null) Leave(asked[at], "nothing_left");
        var worth = found.OfType<Worth>().OrderByDescending(w => w.Value).ThenBy(w => learned.Creators[w.Creator].Id).ToList();
        return new Response(learned.Rules.Code, range.Of, range.Id, range.Name, [.. worth.Take(request.Top).Select(w => Tell(learned, w, goods, gone, terms, names))],
            leftOut.Shown(l => (l.Creator.Followers ?? -1, l.Creator.Id)), leftOut.Counts, worth.Count, goods.Count, all.Count, learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt, chosen.Almost);
    }

    /// <summary>Null where nothing of the range can be offered to him.</summary>
    private static Worth? Best(MatchedMarket learned, int creator, List<int> goods, HashSet<long> gone, MatchTerms terms)
    {
        Worth? best = null;
        var worthIt = 0;
        foreach (var (product, value) in Values(learned, creator, goods, gone, terms))
        {
            if (value > 0) worthIt++;
            if (best is not { } known || value > known.Value) best = new Worth(creator, product, value, 0);
        }
        return best is { } one ? one with { WorthIt = worthIt } : null;
    }

    private static IEnumerable<(int Product, double Value)> Values(MatchedMarket learned, int creator, List<int> goods, HashSet<long> gone, MatchTerms terms)
    {
        foreach (var product in goods)
        {
            if (RankCreators.Why(learned, creator, product, gone, null) is null) yield return (product, learned.Worth(creator, product, terms));
        }
    }

    private static Ranked Tell(MatchedMarket learned, Worth worth, List<int> goods, HashSet<long> gone, MatchTerms terms, CategoryNames names) => new(learned.Products[worth.Product], RankCreators.Tell(learned, worth.Creator, worth.Product, terms, names),
        [.. Values(learned, worth.Creator, goods, gone, terms).Where(v => v.Product != worth.Product && v.Value > 0).OrderByDescending(v => v.Value).ThenBy(v => learned.Products[v.Product].Id).Take(MostOthers).Select(v => new Other(learned.Products[v.Product], learned.Minor(v.Value)))], worth.WorthIt);
}
