namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>How well the people who follow a creator fit those who buy a product, where both are known; 0 where not.</summary>
internal static class AudienceFit
{
    public static int Fill(CreatorFacts creator, ProductFacts product, Span<double> row, int at)
    {
        var (mine, theirs) = (creator.Audience, product.Buyers);
        row[at++] = mine?.Female is { } f && theirs?.Female is { } g ? 1 - 2 * Math.Abs(f - g) : 0;
        row[at++] = Overlap(mine?.Ages, theirs?.Ages);
        row[at++] = theirs?.Countries is null && product.Country is { } market ? mine?.Countries?.GetValueOrDefault(market) ?? 0 : Overlap(mine?.Countries, theirs?.Countries);
        row[at++] = Same(creator.Language, product.Language);
        row[at++] = Same(creator.Country, product.Country);
        return at;
    }

    // The common part of two distributions: 0 to 1.
    private static double Overlap(IReadOnlyDictionary<string, double>? one, IReadOnlyDictionary<string, double>? other) =>
        one is null || other is null ? 0 : one.OrderBy(p => p.Key, StringComparer.Ordinal).Sum(p => Math.Min(p.Value, other.GetValueOrDefault(p.Key)));

    private static double Same(string? one, string? other) => one is null || other is null ? 0 : string.Equals(one, other, StringComparison.OrdinalIgnoreCase) ? 1 : -1;
}
