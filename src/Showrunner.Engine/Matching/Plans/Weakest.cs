namespace Showrunner.Engine.Matching.Plans;

/// <summary>What a plan would miss least of that which keeps a pair out.</summary>
internal sealed class Weakest
{
    private readonly PlanProblem problem;
    private readonly PlanDraft draft;
    private readonly PriorityQueue<int, (double Value, int Creator)> creators = new();
    private readonly List<int>[] ofProduct;
    private readonly List<int>[] ofSeller;

    public Weakest(PlanProblem problem, PlanDraft draft)
    {
        (this.problem, this.draft) = (problem, draft);
        ofProduct = [.. problem.Products.Select(_ => new List<int>())];
        ofSeller = [.. Enumerable.Range(0, problem.Sellers).Select(_ => new List<int>())];
        for (var i = 0; i < problem.Pairs.Length; i++)
        {
            ref readonly var pair = ref problem.Pairs[i];
            if (!draft.Has[i] || pair.IsFixed) continue;
            if (pair.HasSample) ofProduct[pair.Product].Add(i);
            ofSeller[problem.Products[pair.Product].Seller].Add(i);
        }
        for (var creator = 0; creator < problem.Creators.Length; creator++) Queue(creator);
    }

    public List<int> For(int index, PlanLimit limit)
    {
        ref readonly var pair = ref problem.Pairs[index];
        switch (limit)
        {
            case PlanLimit.Samples:
                return Least(ofProduct[pair.Product], pair.Value);
            case PlanLimit.PairsPerSeller:
                return Least(ofSeller[problem.Products[pair.Product].Seller], pair.Value);
            case PlanLimit.Capacity:
                return Least(Enumerable.Range(problem.First[pair.Creator], problem.Last[pair.Creator] - problem.First[pair.Creator]), pair.Value);
            case PlanLimit.Contacts:
                return Creator(pair.Creator);
            default:
                return [];
        }
    }

    private List<int> Least(IEnumerable<int> pairs, double below)
    {
        var (least, at) = (below, -1);
        foreach (var i in pairs)
            if (draft.Has[i] && !problem.Pairs[i].IsFixed && problem.Pairs[i].Value < least) (least, at) = (problem.Pairs[i].Value, i);
        return at < 0 ? [] : [at];
    }

    /// <summary>All pairs of the creator whose contact brings least.</summary>
    private List<int> Creator(int instead)
    {
        while (creators.TryPeek(out var creator, out var key))
        {
            var (value, pairs) = Of(creator);
            if (pairs.Count == 0 || draft.Needs(creator) && !problem.Creators[instead].IsNew) { creators.Dequeue(); continue; }
            if (value > key.Value) { creators.DequeueEnqueue(creator, (value, creator)); continue; }
            var offered = 0.0;
            for (var i = problem.First[instead]; i < problem.Last[instead]; i++) offered += Math.Max(0, problem.Pairs[i].Value);
            return offered > value ? pairs : [];
        }
        return [];
    }

    private void Queue(int creator)
    {
        if (problem.Creators[creator].IsConnected || draft.Held(creator) == 0) return;
        var (value, pairs) = Of(creator);
        if (pairs.Count == draft.Held(creator)) creators.Enqueue(creator, (value, creator));
    }

    private (double Value, List<int> Pairs) Of(int creator)
    {
        var (value, pairs) = (0.0, new List<int>());
        for (var i = problem.First[creator]; i < problem.Last[creator]; i++)
            if (draft.Has[i] && !problem.Pairs[i].IsFixed)
            {
                value += problem.Pairs[i].Value;
                pairs.Add(i);
            }
        return (value, pairs);
    }
}
