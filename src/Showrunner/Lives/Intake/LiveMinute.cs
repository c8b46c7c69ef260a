using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Showrunner.Lives.Intake;

/// <summary>
/// What one source told of one minute of a show or of a product in it, kept for ever. Sources are never added to each other: two may tell of the same orders.
/// Where a source tells totals since the beginning, the row holds the highest total of its minute.
/// </summary>
public sealed class LiveMinute
{
    public long SessionId { get; init; }
    /// <summary>When it begins.</summary>
    public DateTimeOffset Minute { get; init; }
    public required string Source { get; init; }
    /// <summary>The marketplace's number; empty for the whole show.</summary>
    public required string Product { get; init; }
    public bool IsTotal { get; init; }
    /// <summary>The version of its session that wrote it last.</summary>
    public long Version { get; init; }
    /// <summary>The latest event in it: later levels replace earlier ones.</summary>
    public DateTimeOffset SampledAt { get; init; }
}

internal sealed class LiveMinuteTable : IEntityTypeConfiguration<LiveMinute>
{
    public void Configure(EntityTypeBuilder<LiveMinute> minute)
    {
        minute.HasKey(m => new { m.SessionId, m.Minute, m.Source, m.Product, m.IsTotal });
        foreach (var measure in LiveMeasures.All) minute.Property<long?>(measure.ToString());
    }
}

/// <summary>How well a source feeds a show.</summary>
public sealed class LiveFeed
{
    public long SessionId { get; init; }
    public required string Source { get; init; }
    public long Events { get; init; }
    /// <summary>Told again and counted once.</summary>
    public long Repeated { get; init; }
    /// <summary>Lines that could not be read.</summary>
    public long Refused { get; init; }
    /// <summary>Came more than two minutes after they happened.</summary>
    public long Late { get; init; }
    /// <summary>Said to happen after they were received: the sender's clock is ahead.</summary>
    public long Ahead { get; init; }
    public DateTimeOffset FirstReceivedAt { get; init; }
    public DateTimeOffset LastReceivedAt { get; init; }
    public DateTimeOffset? LastEventAt { get; init; }
}

internal sealed class LiveFeedTable : IEntityTypeConfiguration<LiveFeed>
{
    public void Configure(EntityTypeBuilder<LiveFeed> feed) => feed.HasKey(f => new { f.SessionId, f.Source });
}
