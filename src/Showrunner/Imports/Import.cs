using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Imports;

/// <summary>One file on its way into the ledger, and afterwards the record of what it did there.</summary>
public sealed class Import
{
    public const string Waiting = "waiting", Loading = "loading", Loaded = "loaded", Failed = "failed", Cancelled = "cancelled", Undone = "undone";

    public long Id { get; init; }
    public required string FileName { get; init; }
    /// <summary>Where the bytes are, relative to the data folder; empty for figures the program made itself.</summary>
    public string StoredPath { get; init; } = "";
    public string Sha256 { get; init; } = "";
    public long Bytes { get; init; }
    public long MarketId { get; set; }
    public string Kind { get; set; } = "";
    public string Layout { get; set; } = "";
    public string Mapping { get; set; } = "";
    public string ShopName { get; set; } = "";
    public DateOnly? PeriodFrom { get; set; }
    public DateOnly? PeriodTo { get; set; }
    public string State { get; set; } = Waiting;
    public long RowsRead { get; set; }
    public long RowsLoaded { get; set; }
    public long Unchanged { get; set; }
    public long Restated { get; set; }
    public long Rejected { get; set; }
    /// <summary>Rejected rows as a CSV beside the upload, relative to the data folder.</summary>
    public string ErrorPath { get; set; } = "";
    public string? Problem { get; set; }
    public long JobId { get; set; }
    public long ChangeId { get; set; }
    public long UndoChangeId { get; set; }
    public bool IsDemo { get; init; }
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? FinishedAt { get; set; }
}

/// <summary>A mapping file kept by name, for order lines of any other origin.</summary>
public sealed class SavedMapping
{
    public long Id { get; init; }
    public required string Name { get; init; }
    public required string Yaml { get; set; }
    public DateTimeOffset UpdatedAt { get; set; }
}

internal sealed class ImportTable : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import) => import.HasIndex(i => i.MarketId);
}

internal sealed class SavedMappingTable : IEntityTypeConfiguration<SavedMapping>
{
    public void Configure(EntityTypeBuilder<SavedMapping> mapping) => mapping.HasIndex(m => m.Name).IsUnique();
}

public static class ImportSets
{
    extension(AppDb db)
    {
        public DbSet<Import> Imports => db.Set<Import>();
        public DbSet<SavedMapping> SavedMappings => db.Set<SavedMapping>();
    }
}
