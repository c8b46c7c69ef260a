using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using SQLitePCL;

namespace Showrunner.Lives.Intake;

public static partial class EventStore
{
    /// <summary>Prepared inserts; what is there already changes nothing.</summary>
    /// <returns>The new ones.</returns>
    private static HashSet<LiveEvent> InsertSqlite(AppDb db, IReadOnlyCollection<List<LiveEvent>> groups, CancellationToken cancel)
    {
        HashSet<LiveEvent> fresh = [];
        using var insert = new Prepared(db, $"INSERT OR IGNORE INTO live_event ({EventColumns}) VALUES ({string.Join(", ", EventColumns.Split(',').Select(_ => "?"))})");
        foreach (var happened in groups.SelectMany(events => events))
        {
            cancel.ThrowIfCancellationRequested();
            insert.Bind(happened.SessionId).Bind(happened.Source).Bind(happened.EventNo).Bind(EventKinds.CodeOf(happened.Kind)).Bind(happened.At).Bind(happened.ReceivedAt)
                .Bind(happened.Product).Bind(happened.Count).Bind(happened.Orders).Bind(happened.AmountMinor).Bind(happened.IsTotal ? 1 : 0).Bind(happened.Text).Bind(happened.Person).Bind(happened.Items);
            if (insert.Run() > 0) fresh.Add(happened);
        }
        return fresh;
    }

    private static void WriteMinutes(AppDb db, List<StoredShow> shows, CancellationToken cancel)
    {
        if (shows.Count == 0) return;
        if (db.IsPostgres) { WriteMinutesPostgres(db, shows); return; }
        using var upsert = new Prepared(db, $"INSERT INTO live_minute ({string.Join(", ", MinuteSql.Columns)}) VALUES ({string.Join(", ", MinuteSql.Columns.Select(_ => "?"))}) {MinuteSql.Upsert}");
        foreach (var show in shows)
            foreach (var row in show.Rows)
            {
                cancel.ThrowIfCancellationRequested();
                upsert.Bind(show.SessionId).Bind(DateTimeOffset.FromUnixTimeSeconds(row.Key.Minute * 60)).Bind(row.Key.Source).Bind(row.Key.Product).Bind(row.Key.IsTotal ? 1 : 0).Bind(show.Before + 1).Bind(row.SampledAt);
                foreach (var measure in LiveMeasures.All) upsert.Bind(row[measure]);
                upsert.Run();
            }
    }

    /// <summary>A statement that is bound from left to right and run again and again.</summary>
    private sealed class Prepared : IDisposable
    {
        private readonly sqlite3 _handle;
        private readonly sqlite3_stmt _statement;
        private int _place;

        public Prepared(AppDb db, string sql)
        {
            _handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
            TruthWriter.Check(_handle, raw.sqlite3_prepare_v2(_handle, sql, out _statement));
        }

        public Prepared Bind(long? value)
        {
            if (value is { } number) raw.sqlite3_bind_int64(_statement, ++_place, number); else raw.sqlite3_bind_null(_statement, ++_place);
            return this;
        }

        public Prepared Bind(DateTimeOffset at) => Bind(Instants.ToMicroseconds(at));

        public Prepared Bind(string text)
        {
            raw.sqlite3_bind_text(_statement, ++_place, text);
            return this;
        }

        /// <returns>Rows it changed.</returns>
        public int Run()
        {
            var result = raw.sqlite3_step(_statement);
            if (result != raw.SQLITE_DONE) TruthWriter.Check(_handle, result);
            raw.sqlite3_reset(_statement);
            _place = 0;
            return raw.sqlite3_changes(_handle);
        }

        public void Dispose() => _statement.Dispose();
    }
}
