namespace Showrunner.Engine.Matching.Plans;

/// <summary>Someone who can be offered products.</summary>
/// <param name="Key">Tells creators apart and breaks ties; row numbers will do.</param>
/// <param name="Capacity">How many products he can take on now, 0 or more.</param>
/// <param name="IsConnected">Writing to him costs nothing of the quota.</param>
/// <param name="IsNew">Counts towards the share of new creators.</param>
public readonly record struct PlanCreator(long Key, int Capacity, bool IsConnected = false, bool IsNew = false);

/// <summary>Something to be shown.</summary>
/// <param name="Key">Tells products apart and breaks ties.</param>
/// <param name="Seller">Index of whom it belongs to, 0 or more: collaborations and balance are by seller.</param>
/// <param name="Samples">In stock; null does not limit.</param>
/// <param name="SampleCost">Of one sample, in the unit of values, 0 or more.</param>
public readonly record struct PlanProduct(long Key, int Seller, int? Samples = null, double SampleCost = 0);

/// <summary>A creator who could be offered a product.</summary>
/// <param name="Creator">Index among the creators.</param>
/// <param name="Product">Index among the products.</param>
/// <param name="Value">What the offer is expected to bring after all costs, in any unit of money; one that brings nothing or less is never chosen.</param>
/// <param name="HasSample">The offer takes a sample from the stock and its cost from the sample budget.</param>
/// <param name="Commission">What it is expected to take from the commission budget, 0 or more.</param>
/// <param name="IsFixed">Settled already: in the plan whatever it is worth.</param>
public readonly record struct PlanPair(int Creator, int Product, double Value, bool HasSample = false, double Commission = 0, bool IsFixed = false);

/// <summary>What binds a plan; null does not limit.</summary>
/// <param name="Contacts">How many creators who are not connected may be written to; one counts once, however many products he is offered.</param>
/// <param name="SampleBudget">For the cost of all samples.</param>
/// <param name="CommissionBudget">For the expected commission of all offers.</param>
/// <param name="CreatorsPerSeller">Creators in one seller's collaborations: the most that one holds times how many there may be.</param>
/// <param name="PairsPerSeller">At most so many pairs of one seller.</param>
/// <param name="NewShare">Least share of new creators among those in the plan, 0 to 1.</param>
public sealed record PlanLimits(int? Contacts = null, double? SampleBudget = null, double? CommissionBudget = null, int? CreatorsPerSeller = null, int? PairsPerSeller = null, double NewShare = 0);

/// <summary>Which creators to offer which products so that most is to be expected under the limits.</summary>
public sealed class PlanProblem
{
    /// <param name="pairs">In any order; each creator and product at most once.</param>
    /// <exception cref="ArgumentException">An index out of range, a value or cost that is no finite number, a negative limit, a pair twice: says which.</exception>
    public PlanProblem(IReadOnlyList<PlanCreator> creators, IReadOnlyList<PlanProduct> products, IReadOnlyList<PlanPair> pairs, PlanLimits limits)
    {
        ArgumentNullException.ThrowIfNull(creators);
        ArgumentNullException.ThrowIfNull(products);
        ArgumentNullException.ThrowIfNull(pairs);
        ArgumentNullException.ThrowIfNull(limits);
        Limits = limits;
        PlanChecks.Check([.. creators], [.. products], pairs, limits);
        // Everything by its key: the order in which it came plays no part.
        (CreatorAt, ProductAt) = (ByKey([.. creators.Select(c => c.Key)]), ByKey([.. products.Select(p => p.Key)]));
        SellerAt = [.. ProductAt.Select(p => products[p].Seller).Distinct()];
        var (creatorPlace, productPlace) = (Places(CreatorAt), Places(ProductAt));
        var sellerPlace = SellerAt.Select((seller, place) => (seller, place)).ToDictionary(s => s.seller, s => s.place);
        Creators = [.. CreatorAt.Select(c => creators[c])];
        Products = [.. ProductAt.Select(p => products[p] with { Seller = sellerPlace[products[p].Seller] })];
        Pairs = new PlanPair[pairs.Count];
        var keys = new long[Pairs.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            Pairs[i] = pairs[i] with { Creator = creatorPlace[pairs[i].Creator], Product = productPlace[pairs[i].Product] };
            keys[i] = ((long)Pairs[i].Creator << 32) | (uint)Pairs[i].Product;
        }
        Array.Sort(keys, Pairs);
        for (var i = 1; i < keys.Length; i++)
            if (keys[i] == keys[i - 1]) throw new ArgumentException($"Creator {CreatorAt[Pairs[i].Creator]} and product {ProductAt[Pairs[i].Product]} are paired twice.", nameof(pairs));
        HasFixed = Array.Exists(Pairs, p => p.IsFixed);
        (First, Last) = (new int[Creators.Length], new int[Creators.Length]);
        for (var i = 0; i < Pairs.Length; i++)
        {
            if (i == 0 || Pairs[i - 1].Creator != Pairs[i].Creator) First[Pairs[i].Creator] = i;
            Last[Pairs[i].Creator] = i + 1;
        }
    }

    public PlanLimits Limits { get; }

    internal PlanCreator[] Creators { get; }

    internal PlanProduct[] Products { get; }

    /// <summary>Sorted by creator, then product.</summary>
    internal PlanPair[] Pairs { get; }

    internal bool HasFixed { get; }

    internal int Sellers => SellerAt.Length;

    /// <summary>Where the caller has what stands here at a place.</summary>
    internal int[] CreatorAt { get; }

    internal int[] ProductAt { get; }

    internal int[] SellerAt { get; }

    /// <summary>A creator's pairs: from first to before last.</summary>
    internal int[] First { get; }

    internal int[] Last { get; }

    /// <summary>Whether a settled pair puts him into the seller's collaborations.</summary>
    internal bool WorksFor(int creator, int seller)
    {
        for (var i = First[creator]; HasFixed && i < Last[creator]; i++)
            if (Pairs[i].IsFixed && Products[Pairs[i].Product].Seller == seller) return true;
        return false;
    }

    private static int[] ByKey(long[] keys)
    {
        var order = Enumerable.Range(0, keys.Length).ToArray();
        Array.Sort(keys, order);
        return order;
    }

    private static int[] Places(int[] at)
    {
        var places = new int[at.Length];
        for (var i = 0; i < at.Length; i++) places[at[i]] = i;
        return places;
    }
}
