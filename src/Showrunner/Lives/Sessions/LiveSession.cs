using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Lives.Sessions;

/// <summary>A LIVE show that is on or was: what its events belong to.</summary>
public sealed class LiveSession
{
    public const int LongestNumber = 100;

    public long Id { get; init; }
    public required long MarketId { get; init; }
    /// <summary>What the marketplace or the feed calls it: the room's number. Unique in its market.</summary>
    public required string Number { get; init; }
    public string Title { get; private set; } = "";
    public long? CreatorId { get; private set; }
    /// <summary>Handle without the @; empty where no creator is known.</summary>
    public string CreatorName { get; private set; } = "";
    public long? ShopId { get; private set; }
    public string ShopName { get; private set; } = "";
    /// <summary>Row number of the plan that it follows.</summary>
    public long? PlannedShowId { get; private set; }
    /// <summary>GMV that it is to reach.</summary>
    public long? TargetMinor { get; private set; }
    /// <summary>How long it is to last.</summary>
    public int? PlannedMinutes { get; private set; }
    public required DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    /// <summary>Grows by one with every batch of events that changed its figures.</summary>
    public long Version { get; set; }
    public DateTimeOffset? LastEventAt { get; set; }
    public DateTimeOffset? LastReceivedAt { get; set; }
    public required string AuthorName { get; init; }

    /// <summary>Says what it is. What is left out stays.</summary>
    public void Describe(SessionFacts facts)
    {
        var (title, target) = (facts.Title?.Trim(), facts.TargetMinor);
        if (title?.Length > PlannedShow.LongestTitle) throw new Refused("live_title", PlannedShow.LongestTitle);
        if (facts.PlannedMinutes is < PlannedShow.Shortest or > PlannedShow.Longest) throw new Refused("live_minutes", PlannedShow.Shortest, PlannedShow.Longest);
        if (target is <= 0) throw new Refused("live_target");
        Title = title is { Length: > 0 } ? title : Title.Length > 0 ? Title : Number;
        if (facts.CreatorName is { Length: > 0 }) (CreatorId, CreatorName) = (facts.CreatorId, facts.CreatorName);
        if (facts.ShopName is { Length: > 0 }) (ShopId, ShopName) = (facts.ShopId, facts.ShopName);
        (TargetMinor, PlannedShowId, PlannedMinutes) = (target ?? TargetMinor, facts.PlannedShowId ?? PlannedShowId, facts.PlannedMinutes ?? PlannedMinutes);
    }
}

/// <summary>What may be told of a show beside its events.</summary>
public sealed record SessionFacts(string? Title, long? CreatorId, string? CreatorName, long? ShopId, string? ShopName, long? TargetMinor, long? PlannedShowId, int? PlannedMinutes);

internal sealed class LiveSessionTable : IEntityTypeConfiguration<LiveSession>
{
    public void Configure(EntityTypeBuilder<LiveSession> session)
    {
        session.HasIndex(s => new { s.MarketId, s.Number }).IsUnique();
        session.HasIndex(s => s.EndedAt);
        session.HasIndex(s => s.StartedAt);
    }
}

public static class LiveSessionSets
{
    extension(AppDb db)
    {
        public DbSet<LiveSession> LiveSessions => db.Set<LiveSession>();
    }
}
