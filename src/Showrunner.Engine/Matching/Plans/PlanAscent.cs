namespace Showrunner.Engine.Matching.Plans;

/// <summary>
/// Finds prices at which the bound is low. What more is taken of than there is becomes dearer by a power of how much more, what is left over cheaper
/// (multiplicative updates, as for packing: Plotkin, Shmoys and Tardos, 1995), so that limits of any unit and size move alike; the power shrinks where that stops helping.
/// </summary>
internal sealed class PlanAscent(PlanProblem problem, PlanBound bound, PlanPrices start)
{
    private const double Power = 0.5, Smallest = 0.004, MostMoved = 3, Shrink = 0.75;
    private const int Patience = 3;
    private readonly PlanPrices prices = Begin(problem, bound, start);
    private double power = Power;
    private int waited;

    public double Lowest { get; private set; } = double.PositiveInfinity;

    public PlanPrices Best { get; private set; } = start;

    /// <summary>Prices no longer move.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Evaluates the bound where the prices stand, and moves them.</summary>
    /// <param name="reached">The value of the best plan so far.</param>
    public void Move(double reached)
    {
        var value = bound.At(prices);
        if (double.IsInfinity(Lowest) || value < Lowest - 1e-5 * Math.Abs(Lowest)) waited = 0;
        else if (++waited >= Patience) (power, waited) = (power * Shrink, 0);
        if (value < Lowest) (Lowest, Best) = (value, prices.Copy());
        IsDone = Lowest - reached <= 1e-9 * Math.Abs(Lowest) || power < Smallest;
        if (IsDone) return;
        var use = bound.Use;
        var limits = problem.Limits;
        if (limits.NewShare > 0) prices.NewShare = Moved(prices.NewShare, limits.NewShare * use.Creators - bound.NewShareLeft + use.NewCreators, 2 * use.NewCreators);
        if (limits.SampleBudget is not null) prices.SampleBudget = Moved(prices.SampleBudget, use.SampleCost, bound.SampleBudgetLeft);
        if (limits.CommissionBudget is not null) prices.CommissionBudget = Moved(prices.CommissionBudget, use.Commission, bound.CommissionLeft);
        for (var i = 0; i < prices.Samples.Length; i++)
            if (problem.Products[i].Samples is not null) prices.Samples[i] = Moved(prices.Samples[i], use.Samples[i], bound.SamplesLeft(i));
        for (var i = 0; i < prices.SellerPairs.Length; i++)
        {
            if (limits.PairsPerSeller is not null) prices.SellerPairs[i] = Moved(prices.SellerPairs[i], use.SellerPairs[i], bound.SellerPairsLeft(i));
            if (limits.CreatorsPerSeller is not null) prices.SellerCreators[i] = Moved(prices.SellerCreators[i], use.SellerCreators[i], bound.SellerCreatorsLeft(i));
        }
    }

    private double Moved(double price, double used, double left) => price * Math.Pow(Math.Clamp((used + 0.1) / (left + 0.1), 1 / MostMoved, MostMoved), power);

    /// <summary>A price of nothing could never rise: every limit begins with a little, a limit of nothing with what nobody pays.</summary>
    private static PlanPrices Begin(PlanProblem problem, PlanBound bound, PlanPrices known)
    {
        var (dearest, sum, commission, sampleCost, count) = (0.0, 0.0, 0.0, 0.0, 0);
        foreach (var pair in problem.Pairs)
        {
            if (!(pair.Value > 0)) continue;
            dearest = Math.Max(dearest, pair.Value);
            (sum, commission, sampleCost, count) = (sum + pair.Value, commission + pair.Commission, sampleCost + (pair.HasSample ? problem.Products[pair.Product].SampleCost : 0), count + 1);
        }
        var little = count == 0 ? 1 : 0.3 * sum / count;
        var prices = known.Copy();
        var limits = problem.Limits;
        if (limits.NewShare > 0) prices.NewShare = Math.Max(prices.NewShare, little);
        if (limits.SampleBudget is not null) prices.SampleBudget = Price(prices.SampleBudget, sampleCost > 0 ? little * count / sampleCost : 1, bound.SampleBudgetLeft);
        if (limits.CommissionBudget is not null) prices.CommissionBudget = Price(prices.CommissionBudget, commission > 0 ? little * count / commission : 1, bound.CommissionLeft);
        for (var i = 0; i < prices.Samples.Length; i++)
            if (problem.Products[i].Samples is not null) prices.Samples[i] = Price(prices.Samples[i], little, bound.SamplesLeft(i));
        for (var i = 0; i < prices.SellerPairs.Length; i++)
        {
            if (limits.PairsPerSeller is not null) prices.SellerPairs[i] = Price(prices.SellerPairs[i], little, bound.SellerPairsLeft(i));
            if (limits.CreatorsPerSeller is not null) prices.SellerCreators[i] = Price(prices.SellerCreators[i], little, bound.SellerCreatorsLeft(i));
        }
        return prices;

        double Price(double before, double least, double left) => left <= 0 ? dearest : Math.Max(before, 0.1 * least);
    }
}
