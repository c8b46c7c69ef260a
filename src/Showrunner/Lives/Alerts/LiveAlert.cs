using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Lives.Alerts;

/// <summary>Something in a running show that somebody should know of. While it lasts it is one alert, however often it is seen.</summary>
public sealed class LiveAlert
{
    public static readonly TimeSpan LongestSnooze = TimeSpan.FromHours(4);

    public long Id { get; init; }
    public required long SessionId { get; init; }
    public required long MarketId { get; init; }
    /// <summary>Code of the rule that saw it.</summary>
    public required string Rule { get; init; }
    /// <summary>The product it is about; empty for the whole show.</summary>
    public required string Subject { get; init; }
    public required DateTimeOffset Since { get; init; }
    public DateTimeOffset LastSeenAt { get; private set; }
    /// <summary>When it was no longer so.</summary>
    public DateTimeOffset? OverAt { get; private set; }
    /// <summary>What was seen last, what is usual or asked for, and words that belong to it; what they count is the rule's.</summary>
    public decimal? Seen { get; private set; }
    public decimal? Usual { get; private set; }
    public string Text { get; private set; } = "";
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public string AcknowledgedBy { get; private set; } = "";
    public DateTimeOffset? SnoozedUntil { get; private set; }
    /// <summary>What people said of it afterwards.</summary>
    public bool? WasUseful { get; private set; }

    /// <summary>It is so, or so again.</summary>
    public void See(Sighting sighting, DateTimeOffset now) => (Seen, Usual, Text, LastSeenAt, OverAt) = (sighting.Seen, sighting.Usual, sighting.Text, now, null);

    public void End(DateTimeOffset now) => OverAt ??= now;

    /// <summary>Somebody takes care of it. Twice changes nothing.</summary>
    public bool Acknowledge(string name, DateTimeOffset now)
    {
        if (AcknowledgedAt is not null) return false;
        (AcknowledgedAt, AcknowledgedBy) = (now, name);
        return true;
    }

    /// <summary>It is not shown until then.</summary>
    public void Snooze(TimeSpan time, DateTimeOffset now)
    {
        if (time <= TimeSpan.Zero || time > LongestSnooze) throw new Refused("live_snooze", (int)LongestSnooze.TotalMinutes);
        SnoozedUntil = now + time;
    }

    public void Judge(bool wasUseful) => WasUseful = wasUseful;
}

/// <summary>What a rule saw.</summary>
public sealed record Sighting(string Subject, decimal? Seen, decimal? Usual, string Text = "");

internal sealed class LiveAlertTable : IEntityTypeConfiguration<LiveAlert>
{
    public void Configure(EntityTypeBuilder<LiveAlert> alert)
    {
        alert.HasIndex(a => new { a.SessionId, a.OverAt });
        alert.HasIndex(a => new { a.SessionId, a.Rule, a.Subject }).IsUnique().HasFilter("over_at IS NULL"); // whoever else looks at the same moment
        alert.HasIndex(a => new { a.MarketId, a.LastSeenAt });
    }
}

public static class LiveAlertSets
{
    extension(AppDb db)
    {
        public DbSet<LiveAlert> LiveAlerts => db.Set<LiveAlert>();
    }
}
