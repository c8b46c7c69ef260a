using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Accounts.Feeds;

/// <summary>A secret address that a calendar program subscribes to. Whoever knows it sees what its owner sees of these rooms, until it is revoked.</summary>
public sealed class CalendarFeed
{
    public const int MostPerPerson = 20;

    public long Id { get; init; }
    public required long PersonId { get; init; }
    /// <summary>Codes of sources between commas; empty for all.</summary>
    public required string Sources { get; init; }
    /// <summary>Only what is of this market; null for every market that the owner sees.</summary>
    public long? MarketId { get; init; }
    public required string TokenHash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }

    public IReadOnlyList<string> SourceCodes => Sources.Split(',', StringSplitOptions.RemoveEmptyEntries);

    public bool Shows(CalendarSource source) => Sources.Length == 0 || SourceCodes.Contains(source.Code);

    public void Read(DateTimeOffset now) => ReadAt = now;
}

internal sealed class CalendarFeedTable : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.HasIndex(f => f.TokenHash).IsUnique();
        feed.HasIndex(f => f.PersonId);
        feed.Ignore(f => f.SourceCodes);
    }
}

public static class FeedSets
{
    extension(AppDb db)
    {
        public DbSet<CalendarFeed> CalendarFeeds => db.Set<CalendarFeed>();
    }

    /// <summary>Adds what a room puts into people's calendars.</summary>
    public static IServiceCollection AddCalendarSource<TSource>(this IServiceCollection services) where TSource : CalendarSource => services.AddScoped<CalendarSource, TSource>();
}
