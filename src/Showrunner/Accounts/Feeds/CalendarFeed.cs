using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Accounts.Feeds;

/// <summary>A secret address that a calendar program subscribes to. Whoever knows it sees what its owner sees, until it is revoked.</summary>
public sealed class CalendarFeed
{
    public const int MostPerPerson = 20;

    public long Id { get; init; }
    public required long PersonId { get; init; }
    /// <summary>Code of one source; empty for all.</summary>
    public required string Source { get; init; }
    public required string TokenHash { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset now) => ReadAt = now;
}

internal sealed class CalendarFeedTable : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.HasIndex(f => f.TokenHash).IsUnique();
        feed.HasIndex(f => f.PersonId);
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
