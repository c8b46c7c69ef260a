using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Metrics;
using Showrunner.Platform;

namespace Showrunner.Sellers;

/// <summary>What agencies keep of what their creators earned in a period: estimated and settled, each day by the agreement of that day.</summary>
public static class ReadSplits
{
    /// <summary>Minor units; null where no agreement is known for a day with commission.</summary>
    public sealed record Money(long? EstMinor, long? SettledMinor);

    public static async Task<IReadOnlyDictionary<long, Money>> Handle(OpenMarket open, AppDb db, IReadOnlyCollection<long> agencies, DayRange range, CancellationToken cancel)
    {
        if (agencies.Count == 0) return new Dictionary<long, Money>();
        var terms = await Terms(db, agencies, cancel);
        var table = await open.Ask(new MetricQuery(open.Rules, ["est_earnings", "settled_earnings"], range) { By = ["agency"], Where = [MetricFilter.Rows("agency", agencies)], Grain = "day" }, cancel);
        return table.Rows.GroupBy(r => long.Parse(r.Keys[0], CultureInfo.InvariantCulture)).ToDictionary(g => g.Key, g => new Money(
            terms[g.Key].Share(g.Select(r => (r.Bucket!.Value, r.Values[0]))), terms[g.Key].Share(g.Select(r => (r.Bucket!.Value, r.Values[1])))));
    }

    public static async Task<IReadOnlyDictionary<long, SplitTerms>> Terms(AppDb db, IReadOnlyCollection<long> agencies, CancellationToken cancel)
    {
        var agreed = (await db.AgencySplits.AsNoTracking().Where(s => agencies.Contains(s.AgencyId)).OrderBy(s => s.ValidFrom).ToListAsync(cancel)).ToLookup(s => s.AgencyId);
        var told = await db.Agencies.Where(a => agencies.Contains(a.Id)).Select(a => new { a.Id, a.CreatorSplitPpm }).ToListAsync(cancel);
        return told.ToDictionary(a => a.Id, a => new SplitTerms([.. agreed[a.Id].Select(s => (s.ValidFrom, s.AgencyPpm))], a.CreatorSplitPpm));
    }
}
