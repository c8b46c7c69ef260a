using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Showrunner.Data;
using Showrunner.Lives.Sessions;

namespace Showrunner.Lives.Intake;

/// <summary>
/// Writes batches of events with what they change, all of them in one transaction: events, minutes, feeds and shows are never apart.
/// A show is written by one at a time, in the order of the shows' numbers, so that nobody waits for each other in a circle.
/// </summary>
public static partial class EventStore
{
    public static async Task<IReadOnlyList<StoredShow>> Write(AppDb db, IReadOnlyList<Batch> batches, DateTimeOffset now, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        if (!db.IsPostgres) await db.Database.ExecuteSqlRawAsync("PRAGMA synchronous=FULL", cancel); // answered means durable, even when the power goes
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var ids = batches.Select(batch => batch.SessionId).Distinct().Order().ToArray();
        var versions = await Lock(db, ids, cancel);
        var fresh = Fresh(db, batches.Where(batch => versions.ContainsKey(batch.SessionId)).ToList(), cancel);
        List<StoredShow> shows = [];
        foreach (var group in fresh.SelectMany(pair => pair.Value).GroupBy(happened => happened.SessionId))
        {
            var minutes = new CountMinutes();
            var events = group.ToList();
            foreach (var happened in events) minutes.Take(happened);
            shows.Add(new(group.Key, versions[group.Key], minutes.Rows, events, now));
        }
        WriteMinutes(db, shows, cancel);
        await WriteShows(db, shows, cancel);
        await WriteFeeds(db, fresh, now, cancel);
        await transaction.CommitAsync(cancel);
        foreach (var batch in batches) batch.Done(fresh.TryGetValue(batch, out var own) ? own.Count : 0);
        return shows;
    }

    /// <summary>Holds the shows until the transaction ends; their versions.</summary>
    private static async Task<Dictionary<long, long>> Lock(AppDb db, long[] ids, CancellationToken cancel)
    {
        var rows = db.IsPostgres
            ? db.Database.SqlQueryRaw<Held>("SELECT id, version FROM live_session WHERE id = ANY({0}) ORDER BY id FOR UPDATE", ids)
            : db.LiveSessions.Where(s => ids.Contains(s.Id)).Select(s => new Held { Id = s.Id, Version = s.Version });
        return (await rows.ToListAsync(cancel)).ToDictionary(held => held.Id, held => held.Version);
    }

    internal sealed class Held
    {
        public long Id { get; init; }
        public long Version { get; init; }
    }

    /// <summary>Stores what is not stored yet and says what that is.</summary>
    private static Dictionary<Batch, List<LiveEvent>> Fresh(AppDb db, List<Batch> batches, CancellationToken cancel)
    {
        var seen = new HashSet<(long, string, string)>();
        var once = batches.ToDictionary(batch => batch, batch => batch.Events.Where(happened => seen.Add((happened.SessionId, happened.Source, happened.EventNo))).ToList());
        var isNew = db.IsPostgres ? InsertPostgres(db, once.Values, seen.Count, cancel) : InsertSqlite(db, once.Values, cancel);
        if (isNew is not null)
            foreach (var events in once.Values) events.RemoveAll(happened => !isNew.Contains(happened));
        return once;
    }

    private static async Task WriteShows(AppDb db, List<StoredShow> shows, CancellationToken cancel)
    {
        await using var command = Command(db, """
            UPDATE live_session SET version = version + 1, last_received_at = @now,
              last_event_at = CASE WHEN last_event_at > @last THEN last_event_at ELSE @last END,
              started_at = CASE WHEN @start < started_at THEN @start ELSE started_at END,
              ended_at = CASE WHEN @finish IS NULL THEN ended_at ELSE @finish END
            WHERE id = @id
            """);
        foreach (var show in shows)
        {
            command.Parameters.Clear();
            Add(command, db, "id", show.SessionId);
            Add(command, db, "now", show.ReceivedAt);
            Add(command, db, "last", show.Events.Max(happened => happened.At));
            Add(command, db, "start", show.Events.Where(happened => happened.Kind == EventKind.SessionStarted).Select(happened => (DateTimeOffset?)happened.At).Min());
            Add(command, db, "finish", show.Events.Where(happened => happened.Kind == EventKind.SessionEnded).Select(happened => (DateTimeOffset?)happened.At).Max());
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static async Task WriteFeeds(AppDb db, Dictionary<Batch, List<LiveEvent>> fresh, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Command(db, """
            INSERT INTO live_feed (session_id, source, events, repeated, refused, late, ahead, first_received_at, last_received_at, last_event_at)
            VALUES (@id, @source, @events, @repeated, @refused, @late, @ahead, @now, @now, @last)
            ON CONFLICT (session_id, source) DO UPDATE SET events = live_feed.events + excluded.events, repeated = live_feed.repeated + excluded.repeated,
              refused = live_feed.refused + excluded.refused, late = live_feed.late + excluded.late, ahead = live_feed.ahead + excluded.ahead, last_received_at = excluded.last_received_at,
              last_event_at = CASE WHEN excluded.last_event_at IS NULL OR live_feed.last_event_at > excluded.last_event_at THEN live_feed.last_event_at ELSE excluded.last_event_at END
            """);
        var told = fresh.SelectMany(pair => pair.Key.Events.GroupBy(happened => happened.Source).Select(group => (pair.Key.SessionId, Source: group.Key, All: group.Count(), Refused: 0)))
            .Concat(fresh.Keys.Where(batch => batch.Refused > 0).Select(batch => (batch.SessionId, batch.Source, All: 0, batch.Refused)))
            .GroupBy(part => (part.SessionId, part.Source));
        var isNew = fresh.Values.SelectMany(events => events).ToLookup(happened => (happened.SessionId, happened.Source));
        foreach (var feed in told)
        {
            var own = isNew[feed.Key].ToList();
            command.Parameters.Clear();
            Add(command, db, "id", feed.Key.SessionId);
            Add(command, db, "source", feed.Key.Source);
            Add(command, db, "events", (long)own.Count);
            Add(command, db, "repeated", (long)feed.Sum(part => part.All) - own.Count);
            Add(command, db, "refused", (long)feed.Sum(part => part.Refused));
            Add(command, db, "late", (long)own.Count(happened => now - happened.At > Batch.LateAfter));
            Add(command, db, "ahead", (long)own.Count(happened => happened.At > now));
            Add(command, db, "now", now);
            Add(command, db, "last", own.Count == 0 ? null : own.Max(happened => happened.At));
            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    private static DbCommand Command(AppDb db, string sql)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = sql;
        return command;
    }

    private static void Add(DbCommand command, AppDb db, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value switch { null => DBNull.Value, DateTimeOffset at when !db.IsPostgres => Instants.ToMicroseconds(at), _ => value };
        if (value is null or DateTimeOffset && db.IsPostgres) parameter.DbType = System.Data.DbType.DateTimeOffset; // which instants may be missing, NULL has no type
        command.Parameters.Add(parameter);
    }
}
