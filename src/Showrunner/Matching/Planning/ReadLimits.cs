using System.Globalization;
using Showrunner.Platform;

namespace Showrunner.Matching.Planning;

/// <summary>The limits of a plan as people type them: 1.500,50 or 1,500.50 by their language. What is not there has no limit.</summary>
internal static class ReadLimits
{
    public static PlanOffers.Request Of(string market, CultureInfo culture, Func<string, string?> typed)
    {
        return new(market, Whole("shop"), Whole("campaign"), (int?)Whole("quota"), (int?)Whole("samples"), Number("sampleBudget"), Number("commissionBudget"), (int)(Whole("perCreator") ?? 2), (int?)Whole("perShop"), (double)(Number("newShare") ?? 0), (double?)Number("margin"),
            (int?)Whole("shopOffers"), (int?)Whole("perMonth"), (double)(Number("caution") ?? 0), typed("noRivals") == "true", typed("who") is { Length: > 0 } who ? who : null);

        long? Whole(string name) => typed(name)?.Trim() is not { Length: > 0 } text ? null : long.TryParse(text, NumberStyles.AllowThousands | NumberStyles.AllowLeadingSign, culture, out var number) && number <= int.MaxValue ? number : throw new Refused("match_number", text);
        decimal? Number(string name) => typed(name)?.Trim() is not { Length: > 0 } text ? null : decimal.TryParse(text, NumberStyles.Number, culture, out var number) ? number : throw new Refused("match_number", text);
    }

    /// <summary>The limits as they stand in an address that the API reads.</summary>
    public static (string, string?)[] Query(PlanOffers.Request request) =>
    [
        ("market", request.Market), ("shop", Text(request.Shop)), ("campaign", Text(request.Campaign)), ("quota", Text(request.Quota)), ("samples", Text(request.Samples)), ("sampleBudget", Text(request.SampleBudget)), ("commissionBudget", Text(request.CommissionBudget)),
        ("perCreator", Text(request.PerCreator)), ("perShop", Text(request.PerShop)), ("newShare", Text(request.NewShare)), ("margin", Text(request.Margin)), ("shopOffers", Text(request.ShopOffers)), ("perMonth", Text(request.PerMonth)), ("caution", Text(request.Caution)), ("noRivals", request.NoRivals ? "true" : null),
    ];

    private static string? Text(IFormattable? value) => value?.ToString(null, CultureInfo.InvariantCulture);
}
