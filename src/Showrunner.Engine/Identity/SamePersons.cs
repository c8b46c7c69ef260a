namespace Showrunner.Engine.Identity;

/// <summary>
/// Finds accounts of one person among many: probabilistic record linkage (Fellegi and Sunter, 1969) over blocks of accounts that
/// agree in something. How many double accounts there are to begin with is estimated from the pairs themselves (expectation
/// maximisation in one number; Winkler, 1988), which is what makes the probabilities hold in any market. Time and memory grow
/// with the number of accounts, not with its square; the same accounts give the same answer in any order.
/// </summary>
public static class SamePersons
{
    private const double UsualShare = 0.02, LeastShare = 0.0005, MostShare = 0.1, Worth = 1e-4;
    private const int Rounds = 20;

    /// <param name="accounts">All accounts of a market; each row once.</param>
    /// <param name="least">Pairs less likely than this (0 to 1) are not told.</param>
    /// <param name="report">Pairs looked at so far.</param>
    /// <param name="cancel">Stops between two pairs.</param>
    /// <returns>The likeliest first.</returns>
    /// <exception cref="ArgumentException">A row stands there twice.</exception>
    public static IReadOnlyList<SuspectedPair> Find(IReadOnlyList<IdentityProfile> accounts, double least = 0.5, Action<long>? report = null, CancellationToken cancel = default)
    {
        var all = accounts.OrderBy(a => a.Id).Select(a => new Prepared(a)).ToArray();
        for (var i = 1; i < all.Length; i++)
            if (all[i].Profile.Id == all[i - 1].Profile.Id) throw new ArgumentException($"Row {all[i].Profile.Id} stands there twice.", nameof(accounts));
        if (all.Length < 2) return [];
        var (market, blocks) = (new Surroundings(all), new Blocks(all));
        market.NearHandle = CountNear(all, blocks, cancel) / market.Pairs;
        var weigh = new Weigh(market);

        var worth = new List<(int A, int B, double Bits)>();
        var floor = Math.Log2(Worth / Prior(MostShare * all.Length, market));
        var seen = 0L;
        foreach (var (a, b) in blocks.Pairs())
        {
            if (++seen % 10_000 == 0)
            {
                cancel.ThrowIfCancellationRequested();
                report?.Invoke(seen);
            }
            var bits = weigh.Bits(all[a], all[b]);
            if (bits > floor) worth.Add((a, b, bits));
        }
        var doubles = Doubles(worth, market);
        return [.. worth.Select(w => (Pair: w, Probability: Probability(w.Bits, doubles, market))).Where(w => w.Probability >= least)
            .OrderByDescending(w => w.Pair.Bits).ThenBy(w => Math.Min(w.Pair.A, w.Pair.B)).ThenBy(w => Math.Max(w.Pair.A, w.Pair.B))
            .Select(w => Tell(all[Math.Min(w.Pair.A, w.Pair.B)], all[Math.Max(w.Pair.A, w.Pair.B)], w.Probability))];

        SuspectedPair Tell(Prepared a, Prepared b, double probability) =>
            new(a.Profile.Id, b.Profile.Id, probability, [.. weigh.Of(a, b).Where(e => Math.Abs(e.Bits) >= 0.5).OrderByDescending(e => e.Bits)]);
    }

    private static double CountNear(Prepared[] all, Blocks blocks, CancellationToken cancel)
    {
        var near = 1.0;
        foreach (var (a, b) in blocks.Pairs())
        {
            cancel.ThrowIfCancellationRequested();
            var (one, other) = (all[a].Handle, all[b].Handle);
            if (one.Sorted != other.Sorted && HandleParts.IsNear(one.Compact, other.Compact)) near++;
        }
        return near;
    }

    /// <summary>How many pairs are one person's: as many as the probabilities add up to that it leads to itself.</summary>
    private static double Doubles(List<(int A, int B, double Bits)> worth, Surroundings market)
    {
        var doubles = UsualShare * market.Count;
        for (var round = 0; round < Rounds; round++)
            doubles = Math.Clamp(worth.Sum(w => Probability(w.Bits, doubles, market)), Math.Max(0.5, LeastShare * market.Count), MostShare * market.Count);
        return doubles;
    }

    private static double Prior(double doubles, Surroundings market) => Math.Min(0.5, doubles / market.Pairs);

    private static double Probability(double bits, double doubles, Surroundings market)
    {
        var prior = Prior(doubles, market);
        var odds = prior / (1 - prior) * Math.Pow(2, bits);
        return double.IsInfinity(odds) ? 1 : odds / (1 + odds);
    }
}
