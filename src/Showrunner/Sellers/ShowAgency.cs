using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Sellers;

/// <summary>One agency: its creators, what they sold, and what it keeps of their commission.</summary>
public static class ShowAgency
{
    private const int Few = 25;

    public sealed record Request(long Id, DateOnly From, DateOnly To, string Compare = "previous");
    public sealed record Split(DateOnly From, long AgencyPpm, string PersonName, DateTimeOffset EnteredAt);
    /// <param name="Creators">Bound today, with sales or without.</param>
    /// <param name="CreatorPpm">What files say its creators keep; holds before the first agreement.</param>
    /// <param name="AgencyPpm">What it keeps on the period's last day.</param>
    public sealed record Response(long Id, string Market, string AgencyNo, string Name, long Creators, long? CreatorPpm, long? AgencyPpm, ReadSplits.Money Share, ReadSplits.Money ShareBefore,
        IReadOnlyList<Split> Splits, Board Board, Ranking TopCreators, string Today);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, TimeProvider clock, CancellationToken cancel)
    {
        var agency = await db.Agencies.AsNoTracking().FirstOrDefaultAsync(a => a.Id == request.Id, cancel) ?? throw new Refused("not_found");
        var open = await desk.Open(agency.MarketId, cancel);
        var range = new DayRange(request.From, request.To);
        MetricFilter[] its = [MetricFilter.Rows("agency", agency.Id)];
        var splits = await db.AgencySplits.AsNoTracking().Where(s => s.AgencyId == agency.Id).OrderByDescending(s => s.ValidFrom).Select(s => new Split(s.ValidFrom, s.AgencyPpm, s.PersonName, s.EnteredAt)).ToListAsync(cancel);
        var terms = (await ReadSplits.Terms(db, [agency.Id], cancel))[agency.Id];
        var bound = (long)(await open.Rows($"SELECT count(*) FROM creator WHERE market_id = {open.Id} AND agency_id = {agency.Id} AND merged_into_id IS NULL", [], cancel))[0][0]!;
        return new Response(agency.Id, open.Market.Code, agency.AgencyNo, agency.Name, bound, agency.CreatorSplitPpm, terms.On(range.To), await Share(range),
            range.ComparedWith(request.Compare) is { } before && ReadBoard.IsFair(Family.Lines, before, open.Extent) ? await Share(before) : new(null, null), splits,
            await ReadBoard.Handle(open, ReadBoard.OfAgency, range, request.Compare, its, cancel),
            await RankGroups.Handle(new("creator", range, request.Compare, Take: Few) { Where = its }, open, cancel),
            open.Rules.DayOf(clock.GetUtcNow()).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

        async Task<ReadSplits.Money> Share(DayRange days) => (await ReadSplits.Handle(open, db, [agency.Id], days, cancel)).GetValueOrDefault(agency.Id) ?? new(null, null);
    }
}
