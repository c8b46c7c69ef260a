using Showrunner.Engine.Matching.Plans;
using Showrunner.Platform;

namespace Showrunner.Matching.Planning;

/// <summary>A plan of what is known of a market: pairs that are worth anything, limits, and the best choice told in the market's money.</summary>
internal sealed class DraftPlan(PlanOffers.Request request, MatchedMarket learned, List<int> products, IReadOnlySet<long> gone, IReadOnlyCollection<(long Creator, long Product)> settled)
{
    /// <summary>Most pairs that one plan chooses from: each product's best creators.</summary>
    private const int MostPairs = 1_000_000, NewDays = 60, MostAsked = 10;
    private readonly MatchTerms terms = MatchTerms.Of(request.Margin);
    private readonly List<long> sellers = [.. products.Select(p => learned.Products[p].ShopId).Distinct().Order()];
    private readonly Rivals? rivals = request.NoRivals ? new Rivals(learned) : null;

    private readonly record struct Pair(int Creator, int Product, double Value, double Commission, bool IsSettled);

    public PlanOffers.Response Handle(Action<double>? progress, CancellationToken cancel)
    {
        var connected = Connected();
        var pairs = Candidates(share => progress?.Invoke(share / 2), cancel);
        var people = pairs.Select(p => p.Creator).Distinct().Order().ToList();
        var (personAt, goodAt) = (Places(people), Places(products));
        var held = pairs.Where(p => p.IsSettled).GroupBy(p => p.Creator).ToDictionary(g => g.Key, g => g.Count());
        var plan = PlanSolver.Solve(new PlanProblem(
            [.. people.Select(c => new PlanCreator(learned.Creators[c].Id, Math.Max(held.GetValueOrDefault(c), Capacity(c)), connected.Contains(c), IsNew(c)))],
            [.. products.Select(p => new PlanProduct(learned.Products[p].Id, sellers.IndexOf(learned.Products[p].ShopId), Stock(learned.Products[p]), terms.Sample(learned.Products[p])))],
            [.. pairs.Select(p => new PlanPair(personAt[p.Creator], goodAt[p.Product], p.Value, true, p.Commission, p.IsSettled))],
            new PlanLimits(request.Quota, (double?)request.SampleBudget, (double?)request.CommissionBudget, request.PerShop, request.ShopOffers, request.NewShare / 100)), progress: share => progress?.Invoke(0.5 + share / 2), cancel: cancel);
        var offers = Collaborations.Numbered([.. plan.Pairs.Select(pair => Tell(people[pair.Creator], products[pair.Product], pair, connected)).OrderByDescending(o => o.ValueMinor).ThenBy(o => o.Creator.Id).ThenBy(o => o.Product.Id)]);
        int Creators(bool isConnected) => offers.Where(o => o.IsConnected == isConnected).Select(o => o.Creator.Id).Distinct().Count();
        return new PlanOffers.Response(learned.Rules.Code, offers, Minor(plan.Value), Minor(plan.Bound), plan.Gap, offers.Sum(o => o.ExpectedMinor), Creators(false), Creators(true),
            [.. plan.Uses.Select(Told).OrderByDescending(u => u.Of is null).ThenByDescending(u => u.PriceMinor).ThenBy(u => u.Of, StringComparer.Ordinal)], KeptOut(plan, pairs, personAt, goodAt), pairs.Count, products.Count,
            learned.Model.KnowsAnswers, learned.Model.KnowsSales, learned.Last, learned.Change, learned.LearnedAt,
            [.. plan.Unmet.Select(u => new PlanOffers.Unmet(Code(u.Limit), Of(u.Limit, u.Index, people), Amount(u.Limit, u.By)))], Asked(plan, pairs, personAt, goodAt), products.Count);
    }

    /// <summary>One is connected with a shop. A plan over several shops counts everybody, so that no shop's quota is overrun.</summary>
    private HashSet<int> Connected()
    {
        if (sellers.Count > 1) return [];
        bool Is(int product) => learned.Products[product].ShopId == sellers[0];
        return [.. learned.Model.Facts.Sales.Where(s => s.IsShown && Is(s.Product)).Select(s => s.Creator), .. learned.Model.Facts.Offers.Where(o => o.Accepted == true && Is(o.Product)).Select(o => o.Creator)];
    }

    private bool IsNew(int creator) => learned.Creators[creator].FirstSale is not { } first || first > learned.Last.AddDays(-NewDays);

    private int Capacity(int creator) => request.PerMonth is { } most ? Math.Clamp(most - learned.Recent.GetValueOrDefault(creator), 0, request.PerCreator) : request.PerCreator;

    private int? Stock(MatchedProduct product) => (product.Stock, request.Samples) switch
    {
        ({ } stock, { } most) => (int)Math.Min(Math.Max(0, stock), most),
        ({ } stock, null) => (int)Math.Min(Math.Max(0, stock), int.MaxValue),
        (null, var most) => most,
    };

    /// <summary>Pairs that are worth anything; where there are too many, each product's best. What is settled is among them in any case.</summary>
    private List<Pair> Candidates(Action<double> progress, CancellationToken cancel)
    {
        var most = Math.Max(1, MostPairs / products.Count);
        var fixedPairs = settled.Select(s => (Creator: learned.CreatorAt(s.Creator), Product: learned.ProductAt(s.Product))).Where(s => s is { Creator: not null, Product: not null }).Select(s => (s.Creator!.Value, s.Product!.Value)).ToHashSet();
        var found = new List<Pair>[products.Count];
        var done = 0;
        Parallel.For(0, products.Count, new ParallelOptions { CancellationToken = cancel }, at =>
        {
            var pairs = new List<Pair>();
            for (var c = 0; c < learned.Creators.Count; c++)
            {
                var isSettled = fixedPairs.Contains((c, products[at]));
                if (!isSettled && WhyNever(c, products[at]) is not null) continue;
                var (value, commission) = Worth(c, products[at]);
                if (value > 0 || isSettled) pairs.Add(new Pair(c, products[at], value, commission, isSettled));
            }
            found[at] = pairs.Count <= most ? pairs : [.. pairs.OrderByDescending(p => p.IsSettled).ThenByDescending(p => p.Value).ThenBy(p => p.Creator).Take(Math.Max(most, pairs.Count(p => p.IsSettled)))];
            progress((double)Interlocked.Increment(ref done) / products.Count);
        });
        return [.. found.SelectMany(f => f)];
    }

    private (double Value, double Commission) Worth(int creator, int product)
    {
        var of = learned.Products[product];
        var (accept, post, gmv) = learned.Model.Expect(creator, product);
        if (request.Caution > 0) gmv -= request.Caution / 100 * (gmv - learned.Model.Value(creator, product).Gmv.Low);
        return (terms.Value(of, accept, post, gmv), accept * post * gmv * (of.Commission ?? 0));
    }

    private string? WhyNever(int creator, int product) => RankCreators.Why(learned, creator, product, gone, null)?.Why ?? (rivals?.Sells(creator, product) == true ? "rival" : null);

    private PlanOffers.Offer Tell(int creator, int product, PlanPair pair, HashSet<int> connected)
    {
        var (accept, post, gmv) = learned.Model.Expect(creator, product);
        var of = learned.Products[product];
        return new PlanOffers.Offer(learned.Creators[creator], of, connected.Contains(creator), IsNew(creator), accept, post, Minor(gmv), Minor(accept * post * gmv), Minor(pair.Value), Minor(terms.Sample(of)), Minor(pair.Commission), IsSettled: pair.IsFixed);
    }

    private Dictionary<string, int> KeptOut(PlanResult plan, List<Pair> pairs, Dictionary<int, int> personAt, Dictionary<int, int> goodAt)
    {
        var inPlan = plan.Pairs.Select(p => p.Creator).ToHashSet();
        var keptOut = pairs.GroupBy(p => p.Creator).Where(g => !inPlan.Contains(personAt[g.Key])).Select(g => g.MaxBy(p => p.Value))
            .GroupBy(p => plan.WhyNot(personAt[p.Creator], goodAt[p.Product])).ToDictionary(g => Code(g.Key), g => g.Count());
        var rest = Enumerable.Range(0, learned.Creators.Count).Where(c => !personAt.ContainsKey(c)).ToList();
        var never = rest.Count(c => gone.Contains(learned.Creators[c].Id));
        if (never > 0) keptOut["out"] = never;
        if (rest.Count > never) keptOut["value"] = keptOut.GetValueOrDefault("value") + rest.Count - never;
        return keptOut;
    }

    /// <summary>What becomes of the best products of the creator who was asked about.</summary>
    private List<PlanOffers.About> Asked(PlanResult plan, List<Pair> pairs, Dictionary<int, int> personAt, Dictionary<int, int> goodAt)
    {
        if (request.Who?.Trim().TrimStart('@').ToLowerInvariant() is not { Length: > 0 } handle) return [];
        var creator = Enumerable.Range(0, learned.Creators.Count).FirstOrDefault(c => learned.Creators[c].Handle == handle, -1);
        if (creator < 0) throw new Refused("match_who", handle);
        var own = pairs.Where(p => p.Creator == creator).ToDictionary(p => p.Product);
        var chosen = plan.Pairs.Where(p => personAt.TryGetValue(creator, out var at) && p.Creator == at).Select(p => products[p.Product]).ToHashSet();
        return [.. products.Select(p => (Product: p, Worth(creator, p).Value)).OrderByDescending(p => chosen.Contains(p.Product)).ThenByDescending(p => p.Value).Take(MostAsked)
            .Select(p => new PlanOffers.About(learned.Creators[creator], learned.Products[p.Product], Minor(p.Value), Why(p.Product)))];

        string Why(int product) => chosen.Contains(product) ? "in" : own.ContainsKey(product) ? Code(plan.WhyNot(personAt[creator], goodAt[product])) : WhyNever(creator, product) ?? "value";
    }

    private PlanOffers.Use Told(LimitUse use) => new(Code(use.Limit), Of(use.Limit, use.Index, []), Amount(use.Limit, use.Used), Amount(use.Limit, use.Most), Minor(use.Price));

    private string? Of(PlanLimit limit, int index, List<int> people) => limit switch
    {
        PlanLimit.Samples => learned.Products[products[index]].Name,
        PlanLimit.CreatorsPerSeller or PlanLimit.PairsPerSeller => learned.Products.First(p => p.ShopId == sellers[index]).Shop,
        PlanLimit.Capacity => "@" + learned.Creators[people[index]].Handle,
        _ => null,
    };

    private decimal Amount(PlanLimit limit, double value) => limit is PlanLimit.SampleBudget or PlanLimit.CommissionBudget ? Minor(value) : (decimal)Math.Round(value, 1);

    private long Minor(double major) => (long)Math.Round(Math.Clamp(major, -1e15, 1e15) * learned.Rules.MinorPerMajor);

    private static Dictionary<int, int> Places(List<int> all) => Enumerable.Range(0, all.Count).ToDictionary(i => all[i]);

    private static string Code(PlanLimit limit) => limit switch { PlanLimit.CreatorsPerSeller => "creatorspershop", _ => limit.ToString().ToLowerInvariant() };
}

/// <summary>Who sells what for whom, by the narrowest category.</summary>
internal sealed class Rivals
{
    private readonly MatchedMarket learned;
    private readonly Dictionary<(int Creator, int Leaf), HashSet<long>> shops = [];

    public Rivals(MatchedMarket learned)
    {
        this.learned = learned;
        foreach (var sale in learned.Model.Facts.Sales.Where(s => s.IsShown && s.Gmv > 0))
            if (Leaf(sale.Product) is { } leaf && learned.Products[sale.Product].ShopId is var shop and not 0)
                (shops.TryGetValue((sale.Creator, leaf), out var known) ? known : shops[(sale.Creator, leaf)] = []).Add(shop);
    }

    /// <summary>Whether the creator sells the product's narrowest category for another shop.</summary>
    public bool Sells(int creator, int product) => Leaf(product) is { } leaf && shops.TryGetValue((creator, leaf), out var known) && known.Any(shop => shop != learned.Products[product].ShopId);

    private int? Leaf(int product) => learned.Model.Facts.Products[product].Path is { Count: > 0 } path ? path[^1] : null;
}
