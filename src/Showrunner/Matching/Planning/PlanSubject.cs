using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Matching.Workbench;
using Showrunner.Shops;
using Showrunner.Web;

namespace Showrunner.Matching.Planning;

/// <summary>What a plan is about in words: a shop, a campaign, or the whole market.</summary>
internal static class PlanSubject
{
    /// <returns>Null for the whole market.</returns>
    public static async Task<string?> Name(PlanOffers.Request request, AppDb db, Say say, CancellationToken cancel)
    {
        var parts = new List<string>();
        if (request.Shop is { } shop) parts.Add(say["dimension.shop"] + ": " + (await db.Shops.Where(s => s.Id == shop).Select(s => s.Name).FirstOrDefaultAsync(cancel) ?? "–"));
        if (request.Campaign is { } campaign) parts.Add(say["dimension.campaign"] + ": " + (await GoodsRange.NameOfCampaign(campaign, db, cancel) ?? "–"));
        return parts.Count == 0 ? null : string.Join(" · ", parts);
    }
}
