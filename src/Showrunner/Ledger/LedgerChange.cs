using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Ledger;

/// <summary>One step of the ledger. Its number is the freshness that every answer carries, and what the columns follow.</summary>
public sealed class LedgerChange
{
    /// <summary>People: what we note of creators is another, nothing that they are called. Removal: some are gone. Merge: some creators bear other handles than before.</summary>
    public const string Load = "load", Undo = "undo", People = "people", Removal = "removal", Merge = "merge";

    public long Id { get; init; }
    public required string Kind { get; init; }
    /// <summary>The import that was loaded or undone; 0 for other changes.</summary>
    public long ImportId { get; init; }
    public DateTimeOffset At { get; init; }
    /// <summary>Columns of order lines that the loaded file could not know, with commas between: its rows keep what was known.</summary>
    public string Untold { get; init; } = "";

    internal IReadOnlyList<string> UntoldOf(Showrunner.Data.TableShape fact) =>
        fact == Facts.OrderLine ? Untold.Split(',', StringSplitOptions.RemoveEmptyEntries) : [];
}

internal sealed class LedgerChangeTable : IEntityTypeConfiguration<LedgerChange>
{
    public void Configure(EntityTypeBuilder<LedgerChange> change) => change.HasIndex(c => c.ImportId);
}

public static class LedgerSets
{
    extension(AppDb db)
    {
        public DbSet<LedgerChange> LedgerChanges => db.Set<LedgerChange>();
    }
}
