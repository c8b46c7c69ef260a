using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Showrunner.Creators;

/// <summary>A firm that creators are bound to.</summary>
public sealed class Agency
{
    public long Id { get; init; }
    public long MarketId { get; init; }
    /// <summary>The marketplace's number; the name where files give none.</summary>
    public required string AgencyNo { get; init; }
    public string Name { get; set; } = "";
    /// <summary>What its creators keep of their commission, in millionths; null is unknown.</summary>
    public long? CreatorSplitPpm { get; set; }
    public bool IsDemo { get; init; }
    public long ChangeId { get; set; }
}

internal sealed class AgencyTable : IEntityTypeConfiguration<Agency>
{
    public void Configure(EntityTypeBuilder<Agency> agency)
    {
        agency.HasIndex(a => new { a.MarketId, a.AgencyNo }).IsUnique();
        agency.HasIndex(a => a.ChangeId);
    }
}
