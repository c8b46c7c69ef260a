using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Lives.Intake;

/// <summary>One thing that happened in a show, as a source told it. It is what it is: the same id of the same source a second time is no second event.</summary>
public sealed class LiveEvent
{
    public long SessionId { get; init; }
    /// <summary>Who told it, e.g. api, core_stats or connector.</summary>
    public required string Source { get; init; }
    /// <summary>Unique within the source.</summary>
    public required string EventNo { get; init; }
    public required EventKind Kind { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset ReceivedAt { get; init; }
    /// <summary>The marketplace's number of a product; empty for the whole show.</summary>
    public string Product { get; init; } = "";
    /// <summary>How many; the level for viewers and stock; items for orders.</summary>
    public long? Count { get; init; }
    /// <summary>How many orders or refunds, where one event tells of several.</summary>
    public long? Orders { get; init; }
    /// <summary>Money in the market's currency.</summary>
    public long? AmountMinor { get; init; }
    /// <summary>The figures are those since the show began, not since the last event.</summary>
    public bool IsTotal { get; init; }
    /// <summary>A comment, a note, the name of a promotion or host.</summary>
    public string Text { get; init; } = "";
    /// <summary>Who commented, followed or joined, as the source calls him.</summary>
    public string Person { get; init; } = "";
    /// <summary>Products of an order of several, as JSON; empty otherwise.</summary>
    public string Items { get; init; } = "";
}

internal sealed class LiveEventTable : IEntityTypeConfiguration<LiveEvent>
{
    public void Configure(EntityTypeBuilder<LiveEvent> happened)
    {
        happened.HasKey(e => new { e.SessionId, e.Source, e.EventNo });
        happened.Property(e => e.Kind).HasConversion(kind => EventKinds.CodeOf(kind), code => EventKinds.Of(code)!.Value);
    }
}

public static class LiveEventSets
{
    extension(AppDb db)
    {
        public DbSet<LiveEvent> LiveEvents => db.Set<LiveEvent>();
        public DbSet<LiveMinute> LiveMinutes => db.Set<LiveMinute>();
        public DbSet<LiveFeed> LiveFeeds => db.Set<LiveFeed>();
    }
}
