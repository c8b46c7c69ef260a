using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Campaigns;

/// <summary>A partner campaign: an agency brings sellers' products and creators together for a time, and orders say which campaign they came from.</summary>
public sealed class Campaign
{
    public const int LongestName = 100;

    public long Id { get; init; }
    public long MarketId { get; init; }
    /// <summary>The marketplace's id.</summary>
    public required string CampaignNo { get; init; }
    /// <summary>The id itself while neither a file nor a person has named it.</summary>
    public required string Name { get; set; }
    public bool IsDemo { get; init; }
    public long ChangeId { get; set; }

    /// <summary>Names it; without a name it is called by its id again.</summary>
    /// <returns>False when it was called so already.</returns>
    public bool Call(string? name)
    {
        name = (name ?? "").Trim();
        if (name.Length > LongestName) throw new Refused("campaign_name", LongestName);
        if (name.Length == 0) name = CampaignNo;
        if (name == Name) return false;
        Name = name;
        return true;
    }
}

internal sealed class CampaignTable : IEntityTypeConfiguration<Campaign>
{
    public void Configure(EntityTypeBuilder<Campaign> campaign)
    {
        campaign.HasIndex(c => new { c.MarketId, c.CampaignNo }).IsUnique();
        campaign.HasIndex(c => c.ChangeId);
    }
}

public static class CampaignSets
{
    extension(AppDb db)
    {
        public DbSet<Campaign> Campaigns => db.Set<Campaign>();
    }
}
