using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Engine.Matching.Plans;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Matching;

/// <summary>Which creators to offer which products this week, so that most is to be expected within the limits; with how far from the best plan it can be at most.</summary>
public sealed class PlanOffers(AppDb db, KeptMarkets kept, LedgerColumns columns, Actor actor)
{
    /// <summary>Most pairs that one plan chooses from: each product's best creators.</summary>
    private const int MostPairs = 1_000_000, MostProducts = 500, NewDays = 60, MostCreators = 50;

    /// <param name="Market">Code, e.g. ID.</param>
    /// <param name="Shop">Only this shop's products.</param>
    /// <param name="Campaign">Only products sold under this campaign: row number.</param>
    /// <param name="Quota">How many creators who are not connected may be written to; one counts once.</param>
    /// <param name="Samples">Most samples of each product; its stock limits too where it is known.</param>
    /// <param name="SampleBudget">For what all samples cost, in major units.</param>
    /// <param name="CommissionBudget">For the expected commission, in major units.</param>
    /// <param name="PerCreator">Most products for one creator.</param>
    /// <param name="PerShop">Most creators for one shop: 50 fit into one collaboration.</param>
    /// <param name="NewShare">Least share of creators without sales or in their first 60 days, in percent.</param>
    /// <param name="Margin">In percent, where nobody told what the goods cost.</param>
    public sealed record Request(string? Market, long? Shop = null, long? Campaign = null, int? Quota = 100, int? Samples = 20, decimal? SampleBudget = null, decimal? CommissionBudget = null, int PerCreator = 2, int? PerShop = MostCreators, double NewShare = 0, double? Margin = null);

    public sealed record Offer(MatchedCreator Creator, MatchedProduct Product, bool IsConnected, bool IsNew, double Accept, double Post, long GmvMinor, long ExpectedMinor, long ValueMinor, long SampleMinor, long CommissionMinor);

    /// <param name="Limit">contacts, samples, samplebudget, commissionbudget, creatorspershop or newshare.</param>
    /// <param name="Of">The product or shop it is about.</param>
    /// <param name="Used">By the plan; money in minor units.</param>
    /// <param name="Most">What is allowed; of new creators the least.</param>
    /// <param name="PriceMinor">What one more would bring at the margin; for a budget, one more unit of money.</param>
    public sealed record Use(string Limit, string? Of, decimal Used, decimal Most, long PriceMinor);

    /// <param name="Gap">How far the value may be from the best plan's, 0 to 1.</param>
    /// <param name="KeptOut">Creators who are not in it, by what keeps their best offer out.</param>
    /// <param name="Connected">Creators in it who cost no contact.</param>
    public sealed record Response(string Market, IReadOnlyList<Offer> Offers, long ValueMinor, long BoundMinor, double Gap, long ExpectedMinor, int Contacts, int Connected, IReadOnlyList<Use> Uses, IReadOnlyDictionary<string, int> KeptOut, int Candidates, int Products, bool KnowsAnswers, bool KnowsSales, DateOnly Last, long Change, DateTimeOffset AsOf);

    public async Task<Response> Handle(Request request, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("not_found");
        if (request.Quota < 0 || request.Samples < 0 || request.SampleBudget < 0 || request.CommissionBudget < 0 || request.PerShop < 0 || request.PerCreator is < 0 or > 100) throw new Refused("match_limit_negative");
        if (request.NewShare is not (>= 0 and <= 100)) throw new Refused("match_new_share", request.NewShare);
        var learned = await kept.Of(market, atOnce: false, cancel);
        var gone = await RankCreators.Out(market.Id, db, cancel);
        var only = request.Campaign is { } campaign ? OfCampaign(market.Id, campaign) : null;
        var products = Enumerable.Range(0, learned.Products.Count).Where(p => (request.Shop is not { } shop || learned.Products[p].ShopId == shop) && (only is null || only.Contains(learned.Products[p].Id)) && learned.Products[p].Price is not null)
            .Take(MostProducts).ToList();
        if (products.Count == 0) throw new Refused("match_no_products");
        return await Task.Run(() => Plan(request, market.Code, learned, products, gone, cancel), cancel);
    }

    private HashSet<long> OfCampaign(long marketId, long campaign)
    {
        using var connection = columns.Connect();
        using var rows = connection.Query(string.Create(CultureInfo.InvariantCulture, $"SELECT DISTINCT product_id FROM order_line WHERE market_id = {marketId} AND campaign_id = {campaign}"));
        HashSet<long> products = [];
        while (rows.Read()) products.Add(rows.GetInt64(0));
        return products;
    }

    private static Response Plan(Request request, string market, MatchedMarket learned, List<int> products, HashSet<long> gone, CancellationToken cancel)
    {
        var terms = MatchTerms.Of(request.Margin);
        var sellers = products.Select(p => learned.Products[p].ShopId).Distinct().Order().ToList();
        var shops = sellers.ToHashSet();
        // One is connected with a shop. A plan over several shops counts everybody, so that no shop's quota is overrun.
        var connected = shops.Count > 1 ? [] : learned.Model.Facts.Sales.Where(s => s.IsShown && shops.Contains(learned.Products[s.Product].ShopId)).Select(s => s.Creator)
            .Concat(learned.Model.Facts.Offers.Where(o => o.Accepted == true && shops.Contains(learned.Products[o.Product].ShopId)).Select(o => o.Creator)).ToHashSet();
        bool IsNew(int creator) => learned.Creators[creator].FirstSale is not { } first || first > learned.Last.AddDays(-NewDays);
        var pairs = Candidates(learned, products, gone, terms, cancel);
        var (people, goods) = (pairs.Select(p => p.Creator).Distinct().Order().ToList(), products);
        var (personAt, goodAt) = (Places(people), Places(goods));
        int? Stock(MatchedProduct product) => (product.Stock, request.Samples) switch { ({ } stock, { } most) => (int)Math.Min(Math.Max(0, stock), most), ({ } stock, null) => (int)Math.Min(Math.Max(0, stock), int.MaxValue), (null, var most) => most };
        var plan = PlanSolver.Solve(new PlanProblem(
            [.. people.Select(c => new PlanCreator(learned.Creators[c].Id, request.PerCreator, connected.Contains(c), IsNew(c)))],
            [.. goods.Select(p => new PlanProduct(learned.Products[p].Id, sellers.IndexOf(learned.Products[p].ShopId), Stock(learned.Products[p]), terms.Sample(learned.Products[p])))],
            [.. pairs.Select(p => new PlanPair(personAt[p.Creator], goodAt[p.Product], p.Value, true, p.Commission))],
            new PlanLimits(request.Quota, (double?)request.SampleBudget, (double?)request.CommissionBudget, request.PerShop, NewShare: request.NewShare / 100)), cancel: cancel);
        var offers = plan.Pairs.Select(pair => Tell(people[pair.Creator], goods[pair.Product], pair)).OrderByDescending(o => o.ValueMinor).ThenBy(o => o.Creator.Id).ToList();
        var inPlan = plan.Pairs.Select(p => p.Creator).ToHashSet();
        var keptOut = pairs.GroupBy(p => p.Creator).Where(g => !inPlan.Contains(personAt[g.Key])).Select(g => g.MaxBy(p => p.Value))
            .GroupBy(p => plan.WhyNot(personAt[p.Creator], goodAt[p.Product])).ToDictionary(g => Code(g.Key), g => g.Count());
        return new Response(market, offers, Minor(plan.Value), Minor(plan.Bound), plan.Gap, offers.Sum(o => o.ExpectedMinor), offers.Where(o => !o.IsConnected).Select(o => o.Creator.Id).Distinct().Count(),
            offers.Where(o => o.IsConnected).Select(o => o.Creator.Id).Distinct().Count(), [.. plan.Uses.Select(Told).OrderByDescending(u => u.Of is null).ThenByDescending(u => u.PriceMinor).ThenBy(u => u.Of, StringComparer.Ordinal)], keptOut, pairs.Count, products.Count,
            learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt);

        Offer Tell(int creator, int product, PlanPair pair)
        {
            var (accept, post, gmv) = learned.Model.Expect(creator, product);
            var of = learned.Products[product];
            return new Offer(learned.Creators[creator], of, connected.Contains(creator), IsNew(creator), accept, post, Minor(gmv), Minor(accept * post * gmv), Minor(pair.Value), Minor(terms.Sample(of)), Minor(pair.Commission));
        }

        Use Told(LimitUse use)
        {
            var isMoney = use.Limit is PlanLimit.SampleBudget or PlanLimit.CommissionBudget;
            decimal Amount(double value) => isMoney ? Minor(value) : (decimal)Math.Round(value, 1);
            return new Use(Code(use.Limit), use.Limit switch { PlanLimit.Samples => learned.Products[goods[use.Index]].Name, PlanLimit.CreatorsPerSeller => learned.Products.First(p => p.ShopId == sellers[use.Index]).Shop, _ => null }, Amount(use.Used), Amount(use.Most), Minor(use.Price));
        }

        long Minor(double major) => (long)Math.Round(Math.Clamp(major, -1e15, 1e15) * learned.Rules.MinorPerMajor);
    }

    /// <summary>Pairs that are worth anything; where there are too many, each product's best.</summary>
    private static List<(int Creator, int Product, double Value, double Commission)> Candidates(MatchedMarket learned, List<int> products, HashSet<long> gone, MatchTerms terms, CancellationToken cancel)
    {
        var most = Math.Max(1, MostPairs / products.Count);
        var found = new List<(int, int, double, double)>[products.Count];
        Parallel.For(0, products.Count, new ParallelOptions { CancellationToken = cancel }, at =>
        {
            var product = learned.Products[products[at]];
            var pairs = new List<(int Creator, int Product, double Value, double Commission)>();
            for (var c = 0; c < learned.Creators.Count; c++)
            {
                if (RankCreators.Why(learned, c, products[at], gone, null) is not null) continue;
                var (accept, post, gmv) = learned.Model.Expect(c, products[at]);
                if (terms.Value(product, accept, post, gmv) is var value and > 0) pairs.Add((c, products[at], value, accept * post * gmv * (product.Commission ?? 0)));
            }
            found[at] = pairs.Count <= most ? pairs : [.. pairs.OrderByDescending(p => p.Value).ThenBy(p => p.Creator).Take(most)];
        });
        return [.. found.SelectMany(f => f)];
    }

    private static Dictionary<int, int> Places(List<int> all) => Enumerable.Range(0, all.Count).ToDictionary(i => all[i]);

    private static string Code(PlanLimit limit) => limit switch { PlanLimit.CreatorsPerSeller => "creatorspershop", _ => limit.ToString().ToLowerInvariant() };
}
