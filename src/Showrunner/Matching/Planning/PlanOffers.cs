using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Matching.Workbench;
using Showrunner.Platform;

namespace Showrunner.Matching.Planning;

/// <summary>Which creators to offer which products this week, so that most is to be expected within the limits; with how far from the best plan it can be at most.</summary>
public sealed class PlanOffers(AppDb db, KeptMarkets kept, LedgerColumns columns, Actor actor)
{
    public const int MostCreators = 50;
    private const int MostProducts = 500;

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
    /// <param name="ShopOffers">Most offers for one shop, so that no seller takes all.</param>
    /// <param name="PerMonth">Most offers that a creator gets in 28 days, those of before counted.</param>
    /// <param name="Caution">0 counts what GMV is expected, 100 its lower end: percent of the way.</param>
    /// <param name="NoRivals">Leaves out who sells the narrowest category for another shop.</param>
    /// <param name="Who">Also tells why this creator is in it or not: handle.</param>
    public sealed record Request(string? Market, long? Shop = null, long? Campaign = null, int? Quota = 100, int? Samples = 20, decimal? SampleBudget = null, decimal? CommissionBudget = null, int PerCreator = 2, int? PerShop = MostCreators, double NewShare = 0, double? Margin = null,
        int? ShopOffers = null, int? PerMonth = null, double Caution = 0, bool NoRivals = false, string? Who = null)
    {
        /// <exception cref="Refused">Says which limit cannot be, and what it may be.</exception>
        public void Check()
        {
            foreach (var (name, value) in new (string, decimal?)[] { ("quota", Quota), ("samples", Samples), ("sampleBudget", SampleBudget), ("commissionBudget", CommissionBudget), ("perCreator", PerCreator), ("perShop", PerShop), ("shopOffers", ShopOffers), ("perMonth", PerMonth) })
                if (value < 0 || name == "perCreator" && value > 100) throw new Refused("match_limit_negative", name, value);
            if (NewShare is not (>= 0 and <= 100)) throw new Refused("match_new_share", NewShare);
            if (Caution is not (>= 0 and <= 100)) throw new Refused("match_caution", Caution);
            MatchTerms.Of(Margin);
        }
    }

    public sealed record Offer(MatchedCreator Creator, MatchedProduct Product, bool IsConnected, bool IsNew, double Accept, double Post, long GmvMinor, long ExpectedMinor, long ValueMinor, long SampleMinor, long CommissionMinor, int Collaboration = 0, bool IsSettled = false);

    /// <param name="Limit">contacts, samples, samplebudget, commissionbudget, creatorspershop, pairsperseller or newshare.</param>
    /// <param name="Of">The product or shop it is about.</param>
    /// <param name="Used">By the plan; money in minor units.</param>
    /// <param name="Most">What is allowed; of new creators the least.</param>
    /// <param name="PriceMinor">What one more would bring at the margin; for a budget, one more unit of money.</param>
    public sealed record Use(string Limit, string? Of, decimal Used, decimal Most, long PriceMinor);

    /// <summary>A limit that what is settled breaks already, or that nobody can fill.</summary>
    public sealed record Unmet(string Limit, string? Of, decimal By);

    /// <param name="Why">What keeps the pair out: a limit, value, or what keeps a creator from being offered it at all; in when it is in the plan.</param>
    public sealed record About(MatchedCreator Creator, MatchedProduct Product, long ValueMinor, string Why);

    /// <param name="Gap">How far the value may be from the best plan's, 0 to 1.</param>
    /// <param name="KeptOut">Creators who are not in it, by what keeps their best offer out.</param>
    /// <param name="Connected">Creators in it who cost no contact.</param>
    /// <param name="Products">Those planned with.</param>
    /// <param name="AllProducts">Those there are; more than can be planned with at once are left to the best-selling.</param>
    public sealed record Response(string Market, IReadOnlyList<Offer> Offers, long ValueMinor, long BoundMinor, double Gap, long ExpectedMinor, int Contacts, int Connected, IReadOnlyList<Use> Uses, IReadOnlyDictionary<string, int> KeptOut, int Candidates, int Products, bool KnowsAnswers, bool KnowsSales, DateOnly Last, long Change, DateTimeOffset AsOf,
        IReadOnlyList<Unmet> Unmet, IReadOnlyList<About> Asked, int AllProducts, bool IsLarge = false);

    public async Task<Response> Handle(Request request, CancellationToken cancel) => await Handle(request, [], null, atOnce: false, cancel);

    /// <param name="settled">Pairs by row numbers that are in the plan whatever they are worth.</param>
    /// <param name="progress">Called with the share done, 0 to 1.</param>
    /// <param name="atOnce">From the newest facts, however many pairs there are.</param>
    internal async Task<Response> Handle(Request request, IReadOnlyCollection<(long Creator, long Product)> settled, Action<double>? progress, bool atOnce, CancellationToken cancel)
    {
        actor.Needs(MatchingRoom.See);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("not_found");
        request.Check();
        var learned = await kept.Of(market, atOnce, cancel);
        var gone = await RankCreators.Out(market.Id, db, cancel);
        var only = request.Campaign is { } campaign ? GoodsRange.SoldUnder(market.Id, campaign, columns) : null;
        List<int> all = [.. Enumerable.Range(0, learned.Products.Count).Where(p => (request.Shop is not { } shop || learned.Products[p].ShopId == shop) && (only is null || only.Contains(learned.Products[p].Id)) && learned.Products[p].Price is not null)];
        if (all.Count == 0) throw new Refused("match_no_products");
        var products = GoodsRange.BestSelling(all, MostProducts, learned);
        if (!atOnce && (long)products.Count * learned.Creators.Count > GoodsRange.MostAtOnce)
            return new Response(market.Code, [], 0, 0, 0, 0, 0, 0, [], new Dictionary<string, int>(), 0, products.Count, learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt, [], [], all.Count, IsLarge: true);
        return await Task.Run(() => new DraftPlan(request, learned, products, gone, settled).Handle(progress, cancel) with { AllProducts = all.Count }, cancel);
    }
}
