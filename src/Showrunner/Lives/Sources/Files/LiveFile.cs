using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Lives.Sources.Files;

/// <summary>A file of one show or a list of shows that was brought here: kept until it is taken, so that it is seen first.</summary>
public sealed class LiveFile
{
    private const int LongestSource = 100;

    public long Id { get; init; }
    public required long MarketId { get; init; }
    /// <summary>The show whose minutes it tells; null for a list of shows.</summary>
    public long? SessionId { get; init; }
    public required string Name { get; init; }
    /// <summary>Headings and rows, as JSON.</summary>
    public required string Content { get; init; }
    public long? PersonId { get; init; }
    public required string AuthorName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? TakenAt { get; private set; }

    internal FileTable Table => JsonSerializer.Deserialize<FileTable>(Content)!;

    /// <summary>By which its events are told apart from those of others.</summary>
    public string Source => $"file:{Name}" is var source && source.Length > LongestSource ? source[..LongestSource] : source;

    public void Take(DateTimeOffset now) => TakenAt ??= now;
}

internal sealed class LiveFileTable : IEntityTypeConfiguration<LiveFile>
{
    public void Configure(EntityTypeBuilder<LiveFile> file)
    {
        file.HasIndex(f => f.CreatedAt);
        file.Ignore(f => f.Table);
        file.Ignore(f => f.Source);
    }
}

public static class LiveFileSets
{
    extension(AppDb db)
    {
        public DbSet<LiveFile> LiveFiles => db.Set<LiveFile>();
    }
}
