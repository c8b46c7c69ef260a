using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Watching;

/// <summary>The minutes of a show as they are stored.</summary>
internal static class ReadMinutes
{
    private static readonly string Sql = $"SELECT {string.Join(", ", MinuteSql.Columns)} FROM live_minute WHERE session_id ";

    public static async Task<List<MinuteRow>> Of(long session, AppDb db, CancellationToken cancel) => [.. (await Read(FormattableString.Invariant($"= {session}"), db, cancel))[session]];

    /// <summary>Of several shows, without their products.</summary>
    public static Task<ILookup<long, MinuteRow>> OfShows(IReadOnlyCollection<long> sessions, AppDb db, CancellationToken cancel) => Read($"IN ({string.Join(", ", sessions)}) AND product = ''", db, cancel);

    private static async Task<ILookup<long, MinuteRow>> Read(string which, AppDb db, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = Sql + which;
            await using var rows = await command.ExecuteReaderAsync(cancel);
            List<(long Session, MinuteRow Row)> minutes = [];
            while (await rows.ReadAsync(cancel))
            {
                var row = new MinuteRow(new(Instant(1).ToUnixTimeSeconds() / 60, rows.GetString(2), rows.GetString(3), rows.GetBoolean(4))) { SampledAt = Instant(6) };
                foreach (var measure in LiveMeasures.All) row[measure] = rows.IsDBNull(7 + (int)measure) ? null : rows.GetInt64(7 + (int)measure);
                minutes.Add((rows.GetInt64(0), row));
            }
            return minutes.ToLookup(minute => minute.Session, minute => minute.Row);

            DateTimeOffset Instant(int place) => db.IsPostgres ? rows.GetFieldValue<DateTimeOffset>(place) : Instants.FromMicroseconds(rows.GetInt64(place));
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }
}
