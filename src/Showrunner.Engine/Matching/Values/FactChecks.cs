namespace Showrunner.Engine.Matching.Values;

internal static class FactChecks
{
    public static void Check(MarketFacts facts, double assumedAccept)
    {
        if (!(assumedAccept is > 0 and < 1)) throw new ArgumentException($"The assumed chance is {assumedAccept}; it lies between 0 and 1.", nameof(assumedAccept));
        for (var i = 0; i < facts.Creators.Count; i++)
        {
            var c = facts.Creators[i];
            if (!(Share(c.Female ?? 0) && Share(c.PostRate ?? 0) && Amount(c.Followers ?? 0) && Amount(c.Samples) && Amount(c.Posted) && c.Posts.IsCount))
                throw new ArgumentException($"Creator {i} (key {c.Key}): shares lie between 0 and 1, counts are finite and not negative.", nameof(facts));
        }
        for (var i = 0; i < facts.Products.Count; i++)
        {
            var p = facts.Products[i];
            if (!(p.Price is null or (> 0 and < double.PositiveInfinity) && Share(p.Commission ?? 0) && Amount(p.Rating ?? 0)))
                throw new ArgumentException($"Product {i} (key {p.Key}): a price is more than 0, a commission lies between 0 and 1.", nameof(facts));
        }
        foreach (var s in facts.Sales)
            if ((uint)s.Creator >= (uint)facts.Creators.Count || (uint)s.Product >= (uint)facts.Products.Count || !Amount(s.Gmv) || !Amount(s.Units) || !s.Course.IsCount || !(s.Months > 0 && double.IsFinite(s.Months)))
                throw new ArgumentException($"Sales of creator {s.Creator} with product {s.Product}: there are {facts.Creators.Count} and {facts.Products.Count} of them, and amounts are finite and not negative, times longer than nothing.", nameof(facts));
        foreach (var o in facts.Offers)
            if ((uint)o.Creator >= (uint)facts.Creators.Count || (uint)o.Product >= (uint)facts.Products.Count)
                throw new ArgumentException($"An offer is of creator {o.Creator} and product {o.Product}; there are {facts.Creators.Count} and {facts.Products.Count}.", nameof(facts));
        if (facts.Words is { } words && !words.IsOf(facts.Creators.Count, facts.Products.Count))
            throw new ArgumentException($"The words are not those of {facts.Creators.Count} creators and {facts.Products.Count} products.", nameof(facts));
    }

    private static bool Amount(double value) => value >= 0 && double.IsFinite(value);

    private static bool Share(double value) => value is >= 0 and <= 1;
}
