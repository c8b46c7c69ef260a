using Microsoft.EntityFrameworkCore;
using Showrunner.Creators;
using Showrunner.Data;

namespace Showrunner.Lives;

/// <summary>Shows at the same time with the same host or the same creator: one person is in one place.</summary>
public static class ShowConflicts
{
    public const string Host = "host", Creator = "creator";

    /// <param name="With">Number of the other show.</param>
    /// <param name="Who">host or creator.</param>
    /// <param name="Name">Of the person that both need.</param>
    public sealed record Conflict(long With, string Title, string Who, string Name);

    /// <param name="visible">All shows of the person who asks.</param>
    /// <param name="of">Those asked about.</param>
    internal static async Task<ILookup<long, Conflict>> Find(IQueryable<PlannedShow> visible, IReadOnlyList<PlannedShow> of, AppDb db, CancellationToken cancel)
    {
        var asked = of.Where(s => s.CancelledAt is null).ToList();
        if (asked.Count == 0) return Array.Empty<(long, Conflict)>().ToLookup(c => c.Item1, c => c.Item2);
        var (from, to) = (asked.Min(s => s.StartsAt).AddMinutes(-PlannedShow.Longest), asked.Max(s => s.EndsAt));
        var near = await visible.AsNoTracking().Where(s => s.CancelledAt == null && s.StartsAt >= from && s.StartsAt < to).OrderBy(s => s.StartsAt).ThenBy(s => s.Id).ToListAsync(cancel);
        var creators = near.Concat(asked).Select(s => s.CreatorId).OfType<long>().Distinct().ToList();
        // Two handles may be one person.
        var persons = await db.Creators.AsNoTracking().Where(c => creators.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.MergedIntoId ?? c.Id, cancel);
        return (from one in asked
                from other in near
                where one.Id != other.Id && one.StartsAt < other.EndsAt && other.StartsAt < one.EndsAt
                let who = SameHost(one, other) ? Host : Person(one) is { } person && person == Person(other) ? Creator : null
                where who is not null
                select (one.Id, new Conflict(other.Id, other.Title, who, who == Creator ? "@" + one.CreatorName : one.HostName.Length > 0 ? one.HostName : one.HostEmail))).ToLookup(c => c.Id, c => c.Item2);

        long? Person(PlannedShow show) => show.CreatorId is { } id ? persons.GetValueOrDefault(id, id) : null;
    }

    private static bool SameHost(PlannedShow one, PlannedShow other) => one.HostEmail.Length > 0 && other.HostEmail.Length > 0
        ? string.Equals(one.HostEmail, other.HostEmail, StringComparison.OrdinalIgnoreCase)
        : one.HostName.Length > 0 && one.MarketId == other.MarketId && string.Equals(one.HostName, other.HostName, StringComparison.OrdinalIgnoreCase);
}
