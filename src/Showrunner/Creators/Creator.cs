using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;

namespace Showrunner.Creators;

/// <summary>Someone who sells by showing, as one market knows him.</summary>
public sealed class Creator
{
    public long Id { get; init; }
    public long MarketId { get; init; }
    /// <summary>Lower case, without the @.</summary>
    public required string Handle { get; init; }
    public string Name { get; set; } = "";
    public string ExternalNo { get; set; } = "";
    public string Category { get; set; } = "";
    public long? Followers { get; set; }
    public DateOnly? FollowersDay { get; set; }
    public bool IsDemo { get; init; }
    /// <summary>The ledger change that last touched this row; the columns follow it.</summary>
    public long ChangeId { get; set; }
}

internal sealed class CreatorTable : IEntityTypeConfiguration<Creator>
{
    public void Configure(EntityTypeBuilder<Creator> creator)
    {
        creator.HasIndex(c => new { c.MarketId, c.Handle }).IsUnique();
        creator.HasIndex(c => c.ChangeId);
    }
}

public static class CreatorSets
{
    extension(AppDb db)
    {
        public DbSet<Creator> Creators => db.Set<Creator>();
    }
}
