using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Insights.Findings;

/// <summary>When a market, or a part of it, was last looked through, and up to which day and ledger change.</summary>
public sealed class FindingRun
{
    public long MarketId { get; init; }
    public string Scope { get; init; } = "";
    public DateOnly LastDay { get; set; }
    public long ChangeId { get; set; }
    public int Found { get; set; }
    public DateTimeOffset FinishedAt { get; set; }
}

internal sealed class FindingRunTable : IEntityTypeConfiguration<FindingRun>
{
    public void Configure(EntityTypeBuilder<FindingRun> run)
    {
        run.HasKey(r => new { r.MarketId, r.Scope });
        run.Property(r => r.MarketId).ValueGeneratedNever();
    }
}

public static class FindingRunSets
{
    extension(AppDb db)
    {
        public DbSet<FindingRun> FindingRuns => db.Set<FindingRun>();
    }
}
