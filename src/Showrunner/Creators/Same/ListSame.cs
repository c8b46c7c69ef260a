using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Engine.Identity;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Creators.Same;

/// <summary>Pairs of creators who may be one person, the likeliest first, both side by side.</summary>
public static class ListSame
{
    private const int PageSize = 20, Furthest = 100_000;

    /// <param name="Market">Code, e.g. VN.</param>
    /// <param name="From">First market day of the sales shown beside them.</param>
    /// <param name="To">Last day.</param>
    /// <param name="State">open, merged or different.</param>
    public sealed record Request(string? Market, DateOnly From, DateOnly To, string? State = SamePerson.Open, int After = 0);

    /// <param name="Gmv">Of the period, in minor units; null is unknown.</param>
    public sealed record Side(long Id, string Handle, string Name, string Category, string Region, string Language, string Bio, string Agency, long? Followers, string Stage, long? Gmv);
    /// <param name="Probability">That they are one person, 0 to 1.</param>
    public sealed record Pair(long Id, double Probability, IReadOnlyList<Evidence> Evidence, Side First, Side Second, string State, string DecidedBy, DateTimeOffset? DecidedAt);
    /// <param name="Counts">Pairs by state.</param>
    /// <param name="LookedAt">When the market was last looked through; null before the first time.</param>
    /// <param name="IsBehind">Files were loaded or taken out since.</param>
    /// <param name="Job">The job that looks it through now.</param>
    public sealed record Response(IReadOnlyList<Pair> Pairs, IReadOnlyDictionary<string, int> Counts, DateTimeOffset? LookedAt, bool IsBehind, long? Job, int? Next, DateTimeOffset AsOf, long Change);

    public static async Task<Response> Handle(Request request, AppDb db, BoardDesk desk, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var (state, after) = (request.State ?? SamePerson.Open, Math.Clamp(request.After, 0, Furthest));
        var all = db.SamePersons.AsNoTracking().Where(s => s.MarketId == open.Id);
        // An open pair, one of whom went into a third person, is decided by that.
        var asked = from same in all
                    join first in db.Creators on same.FirstId equals first.Id
                    join second in db.Creators on same.SecondId equals second.Id
                    where same.State == state && (state == SamePerson.Merged || first.MergedIntoId == null && second.MergedIntoId == null)
                    orderby same.ProbabilityPpm descending, same.Id
                    select new { same, first, second };
        var rows = await asked.Skip(after).Take(PageSize + 1).ToListAsync(cancel);
        var counts = await all.GroupBy(s => s.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        counts[state] = await asked.CountAsync(cancel);
        var ids = rows.SelectMany(r => new[] { r.first, r.second }).Select(c => c.AgencyId).Distinct().ToList();
        var agencies = await db.Agencies.Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, cancel);
        var sales = await Sales(open, new DayRange(request.From, request.To), [.. rows.SelectMany(r => new[] { r.first.Id, r.second.Id })], cancel);
        var run = await db.SamePersonRuns.AsNoTracking().SingleOrDefaultAsync(r => r.MarketId == open.Id, cancel);
        return new Response([.. rows.Take(PageSize).Select(r => new Pair(r.same.Id, r.same.ProbabilityPpm / 1e6, r.same.Read(), Of(r.first), Of(r.second), r.same.State, r.same.DecidedBy, r.same.DecidedAt))],
            counts, run?.FinishedAt, run is not null && await IsBehind(run.ChangeId, db, cancel), await db.JobUnderWay(FindSame.JobKind, open.Market.Code, cancel), rows.Count > PageSize ? after + PageSize : null, open.AsOf, open.Change);

        Side Of(Creator c) => new(c.Id, c.Handle, c.Name, c.Category, c.Region, c.Language, c.Bio, agencies.GetValueOrDefault(c.AgencyId, ""), c.Followers, c.Stage, sales.GetValueOrDefault(c.MergedIntoId ?? c.Id));
    }

    /// <summary>What people do with creators changes no evidence; files do.</summary>
    private static Task<bool> IsBehind(long change, AppDb db, CancellationToken cancel) =>
        db.LedgerChanges.AnyAsync(c => c.Id > change && c.Kind != LedgerChange.People && c.Kind != LedgerChange.Merge, cancel);

    private static async Task<Dictionary<long, long?>> Sales(OpenMarket open, DayRange range, IReadOnlyList<long> ids, CancellationToken cancel)
    {
        if (ids.Count == 0) return [];
        var table = await open.Ask(new MetricQuery(open.Rules, ["gmv"], range) { By = ["creator"], Where = [MetricFilter.Rows("creator", ids)] }, cancel);
        var known = table.Sources[0] is not null;
        var told = table.Rows.ToDictionary(r => long.Parse(r.Keys[0], System.Globalization.CultureInfo.InvariantCulture), r => (long?)r.Values[0]);
        return ids.Distinct().ToDictionary(id => id, id => told.TryGetValue(id, out var gmv) ? gmv : known && table.Sources[0] == Family.Lines ? 0 : null);
    }
}
