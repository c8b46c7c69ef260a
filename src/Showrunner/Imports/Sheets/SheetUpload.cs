using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Imports.Sheets;

/// <summary>An edited workbook that was brought back: what it says, kept until it is taken or forgotten.</summary>
public sealed class SheetUpload
{
    public long Id { get; init; }
    public required string Sheet { get; init; }
    public required long MarketId { get; init; }
    public required string FileName { get; init; }
    /// <summary>The rows that could be read, as JSON.</summary>
    public required string Rows { get; init; }
    public required long? PersonId { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? TakenAt { get; private set; }

    internal IReadOnlyList<ReadSheet.Typed> Typed => JsonSerializer.Deserialize<List<ReadSheet.Typed>>(Rows)!;

    public void Take(DateTimeOffset now) => TakenAt = now;
}

internal sealed class SheetUploadTable : IEntityTypeConfiguration<SheetUpload>
{
    public void Configure(EntityTypeBuilder<SheetUpload> upload)
    {
        upload.HasIndex(u => u.PersonId);
        upload.Property(u => u.TakenAt).IsConcurrencyToken();
        upload.Ignore(u => u.Typed);
    }
}

public static class SheetSets
{
    extension(AppDb db)
    {
        public DbSet<SheetUpload> SheetUploads => db.Set<SheetUpload>();
    }
}
