using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Campaigns;

/// <summary>What does this campaign sell, which products, and who sells them? The figures are those of a shop's page.</summary>
public static class ShowCampaign
{
    private const int Few = 10;

    public sealed record Request(long Id, DateOnly From, DateOnly To, string Compare = "previous");
    /// <param name="Days">From the first day with an order to the last; null where there is none.</param>
    public sealed record Response(long Id, string Market, string CampaignNo, string Name, DayRange? Days, Board Board, Ranking TopProducts, Ranking TopCreators, IReadOnlyList<ShowLines.Line> Lines);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, CancellationToken cancel)
    {
        var campaign = await db.Campaigns.AsNoTracking().FirstOrDefaultAsync(c => c.Id == request.Id, cancel) ?? throw new Refused("not_found");
        var open = await desk.Open(campaign.MarketId, cancel);
        var range = new DayRange(request.From, request.To);
        MetricFilter[] its = [MetricFilter.Rows("campaign", campaign.Id)];
        var days = await open.Rows(string.Create(CultureInfo.InvariantCulture, $"SELECT min(day), max(day) FROM order_line WHERE market_id = {open.Id} AND campaign_id = {campaign.Id}"), [], cancel);
        return new Response(campaign.Id, open.Market.Code, campaign.CampaignNo, campaign.Name, days[0] is [DateOnly first, DateOnly last] ? new DayRange(first, last) : null,
            await ReadBoard.Handle(open, ReadBoard.OfShop, range, request.Compare, its, cancel),
            await RankGroups.Handle(new("product", range, request.Compare, Take: Few) { Where = its }, open, cancel),
            await RankGroups.Handle(new("creator", range, request.Compare, Take: Few) { Where = its }, open, cancel),
            await ShowLines.Read(open, LineFilter.For(range, campaign: campaign.Id), null, 0, Few, cancel));
    }
}
