using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Sellers;

/// <summary>What an agency keeps of its creators' commission from a day on, until the next agreement begins.</summary>
public sealed class AgencySplit
{
    public const long Whole = 1_000_000;

    public long Id { get; init; }
    public long AgencyId { get; init; }
    public DateOnly ValidFrom { get; init; }
    /// <summary>In millionths of the commission.</summary>
    public long AgencyPpm { get; private set; }
    public string PersonName { get; private set; } = "";
    public DateTimeOffset EnteredAt { get; private set; }

    public void Agree(long? agencyPpm, string person, DateTimeOffset now)
    {
        if (agencyPpm is not ({ } ppm and >= 0 and <= Whole)) throw new Refused("split_share");
        (AgencyPpm, PersonName, EnteredAt) = (ppm, person, now);
    }
}

internal sealed class AgencySplitTable : IEntityTypeConfiguration<AgencySplit>
{
    public void Configure(EntityTypeBuilder<AgencySplit> split) => split.HasIndex(s => new { s.AgencyId, s.ValidFrom }).IsUnique();
}

public static class SellerSets
{
    extension(AppDb db)
    {
        public DbSet<AgencySplit> AgencySplits => db.Set<AgencySplit>();
        public DbSet<Agency> Agencies => db.Set<Agency>();
    }
}
