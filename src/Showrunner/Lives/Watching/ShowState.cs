using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;

namespace Showrunner.Lives.Watching;

/// <summary>A show in memory: what it is and its minutes, up to a version.</summary>
public sealed class ShowState(LiveSession session)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<MinuteKey, MinuteRow> _rows = [];
    private LiveSession _session = session;
    private ShowFigures? _figures;
    private DateTimeOffset _figuresAt;

    public long Version { get; private set; } = -1;
    public LiveSession Session => _session;
    /// <summary>The tile that was made of it last.</summary>
    internal ShowWall.MadeTile? Made { get; set; }

    /// <returns>Whether what is known is up to what is stored.</returns>
    public bool Describe(LiveSession described)
    {
        lock (_lock)
        {
            if (_session.Version > described.Version) return true; // read before what is known was written
            if (Facts(_session) != Facts(described)) _figures = null;
            _session = described;
            return Version >= described.Version;
        }
    }

    public void Take(StoredShow written)
    {
        lock (_lock)
        {
            if (Version != written.Before) return; // another process wrote meanwhile: it is read from the database
            foreach (var row in written.Rows)
                if (_rows.TryGetValue(row.Key, out var own)) own.Take(row);
                else _rows[row.Key] = row;
            (Version, _figures) = (Version + 1, null);
            var last = written.Events.Max(happened => happened.At);
            if (_session.LastEventAt is null || last > _session.LastEventAt) _session.LastEventAt = last;
            (_session.LastReceivedAt, _session.Version) = (written.ReceivedAt, Version);
            if (written.Events.LastOrDefault(happened => happened.Kind == EventKind.SessionEnded) is { } end) _session.EndedAt = end.At;
        }
    }

    private static (long, DateTimeOffset, DateTimeOffset?, long?) Facts(LiveSession of) => (of.Version, of.StartedAt, of.EndedAt, of.TargetMinor);

    public void Put(long version, IEnumerable<MinuteRow> rows)
    {
        lock (_lock)
        {
            if (version <= Version) return;
            _rows.Clear();
            foreach (var row in rows) _rows[row.Key] = row;
            (Version, _figures) = (version, null);
        }
    }

    /// <summary>Figures as of now; made anew only when something changed or a minute went by.</summary>
    public ShowFigures Figures(DateTimeOffset now)
    {
        lock (_lock)
        {
            var minute = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute));
            if (_figures is null || _figuresAt != minute) (_figures, _figuresAt) = (new ShowFigures(Session, _rows.Values, now), minute);
            return _figures;
        }
    }
}
