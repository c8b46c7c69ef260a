namespace Showrunner.Engine.Matching.Values;

/// <summary>
/// How much oftener than usual a creator is offered things of a category: who offers knows something. What is offered often is rather taken and sold, and what was never
/// offered is not like what was: counting the offer at hand among the others makes one who was offered something once comparable with one who was not
/// (the counts of a mixture tell what hides behind them; Robbins, 1956).
/// </summary>
internal sealed class OfferShares
{
    /// <summary>How many offers the usual share counts for.</summary>
    private const double Prior = 5;
    private readonly MarketFacts facts;
    private readonly int[] all;
    private readonly Dictionary<(int Creator, int Node), int> counts = [];
    private readonly Dictionary<int, double> share = [], within = [];
    private readonly double ownShare;

    public OfferShares(MarketFacts facts)
    {
        this.facts = facts;
        all = new int[facts.Creators.Count];
        var paths = new Dictionary<int, IReadOnlyList<int>>();
        var (own, others) = (0, 0);
        foreach (var offer in facts.Offers)
        {
            var product = facts.Products[offer.Product];
            if (product.Path.Count == 0) continue;
            var node = product.Path[^1];
            all[offer.Creator]++;
            counts[(offer.Creator, node)] = counts.GetValueOrDefault((offer.Creator, node)) + 1;
            share[node] = share.GetValueOrDefault(node) + 1;
            paths[node] = product.Path;
            if (facts.Creators[offer.Creator].Category >= 0) (own, others) = IsOwn(offer.Creator, product) ? (own + 1, others) : (own, others + 1);
        }
        var total = share.Values.Sum();
        foreach (var node in paths.Keys)
        {
            share[node] /= total;
            foreach (var step in paths[node]) within[step] = within.GetValueOrDefault(step) + share[node];
        }
        ownShare = (own + 0.5) / (own + others + 1.0);
    }

    /// <summary>How many times as often as is usual for one of his category, as a logarithm; 0 where nothing tells.</summary>
    public double Of(int creator, MatchProduct product) => product.Path.Count == 0 || all[creator] == 0 ? 0
        : Math.Log((counts.GetValueOrDefault((creator, product.Path[^1])) + Prior) / (all[creator] * Usual(creator, product) + Prior));

    /// <summary>The category's share in offers to creators like him.</summary>
    private double Usual(int creator, MatchProduct product)
    {
        var (node, category) = (share.GetValueOrDefault(product.Path[^1]), facts.Creators[creator].Category);
        if (category < 0) return node;
        var own = within.GetValueOrDefault(category);
        return IsOwn(creator, product) ? ownShare * node / Math.Max(own, 1e-9) : (1 - ownShare) * node / Math.Max(1 - own, 1e-9);
    }

    private bool IsOwn(int creator, MatchProduct product) => facts.Creators[creator].Category is >= 0 and var category && product.Path.Contains(category);
}
