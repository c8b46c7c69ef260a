namespace Showrunner.Engine.Findings;

/// <summary>What one member did to a change.</summary>
/// <param name="Member">As it was given.</param>
/// <param name="Amount">Its part of the change, in the unit of the change; the parts of all members add up to it.</param>
/// <param name="Share">Of the change; above 1 where others work against it.</param>
public sealed record Contribution(string Member, double Amount, double Share);

/// <summary>What one member did to the change of a rate.</summary>
/// <param name="Rate">Because its own rate changed.</param>
/// <param name="Mix">Because it weighs more or less than before.</param>
public sealed record RateContribution(string Member, double Rate, double Mix)
{
    public double Amount => Rate + Mix;
}

/// <summary>Takes a change apart into what its members did.</summary>
public static class Contributions
{
    /// <param name="members">Name, what was seen and what was expected of each.</param>
    /// <returns>The largest parts in the direction of the change first.</returns>
    public static IReadOnlyList<Contribution> OfSum(IEnumerable<(string Member, double Observed, double Expected)> members)
    {
        var parts = members.Select(m => (m.Member, Amount: m.Observed - m.Expected)).ToList();
        var total = parts.Sum(p => p.Amount);
        return [.. parts.Select(p => new Contribution(p.Member, p.Amount, total == 0 ? 0 : p.Amount / total)).OrderByDescending(p => total < 0 ? -p.Amount : p.Amount)];
    }

    /// <summary>
    /// Rate and mix, with the means of before and after as weights, so that nothing is left over and neither order is preferred
    /// (Marshall 1890, Edgeworth 1925).
    /// </summary>
    /// <param name="members">Name, hits and cases before and after.</param>
    /// <returns>Parts of (all hits ÷ all cases after) − (the same before); they add up to it.</returns>
    public static IReadOnlyList<RateContribution> OfRate(IEnumerable<(string Member, double HitsBefore, double CasesBefore, double Hits, double Cases)> members)
    {
        var all = members.ToList();
        var (before, after) = (all.Sum(m => m.CasesBefore), all.Sum(m => m.Cases));
        if (before <= 0 || after <= 0) return [];
        var middle = (all.Sum(m => m.HitsBefore) / before + all.Sum(m => m.Hits) / after) / 2;
        var parts = all.Select(m =>
        {
            var (weightBefore, weight) = (m.CasesBefore / before, m.Cases / after);
            var (rateBefore, rate) = (m.CasesBefore > 0 ? m.HitsBefore / m.CasesBefore : middle, m.Cases > 0 ? m.Hits / m.Cases : middle);
            // Who has no cases on one side has no rate there: all he did is mix.
            if (m.CasesBefore <= 0) rateBefore = rate;
            if (m.Cases <= 0) rate = rateBefore;
            return new RateContribution(m.Member, (weightBefore + weight) / 2 * (rate - rateBefore), (weight - weightBefore) * ((rateBefore + rate) / 2 - middle));
        }).ToList();
        var total = parts.Sum(p => p.Amount);
        return [.. parts.OrderByDescending(p => total < 0 ? -p.Amount : p.Amount)];
    }
}
