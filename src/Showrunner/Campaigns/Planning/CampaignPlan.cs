using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Campaigns.Planning;

/// <summary>When a campaign takes place, as people agreed it: orders tell of it only afterwards. A campaign without a row has no dates yet.</summary>
public sealed class CampaignPlan
{
    public const int LongestName = 100, MostMilestones = 100;
    private static readonly DateOnly First = new(2000, 1, 1), Last = new(2100, 1, 1);

    public required long CampaignId { get; init; }
    /// <summary>The last day on which creators and sellers can join.</summary>
    public DateOnly? RegisterUntil { get; private set; }
    public DateOnly? StartsOn { get; private set; }
    /// <summary>Also a day of it.</summary>
    public DateOnly? EndsOn { get; private set; }
    /// <summary>Counts the changes, milestones too.</summary>
    public int Version { get; private set; }
    /// <summary>Number of the next milestone; none is given twice.</summary>
    public int NextNo { get; private set; } = 1;

    /// <summary>Sets the dates; milestones without a number get one.</summary>
    public IReadOnlyList<CampaignMilestone> Set(DateOnly? registerUntil, DateOnly? startsOn, DateOnly? endsOn, IEnumerable<(int? No, string? Name, DateOnly? Day)> milestones)
    {
        if (startsOn is null != endsOn is null) throw new Refused("campaign_both_days");
        if (endsOn < startsOn) throw new Refused("campaign_backwards");
        if (registerUntil > endsOn) throw new Refused("campaign_register_late");
        List<CampaignMilestone> kept = [];
        foreach (var (no, given, at) in milestones)
        {
            var name = (given ?? "").Trim();
            if (name.Length is 0 or > LongestName) throw new Refused("milestone_name", LongestName);
            var day = at ?? throw new Refused("milestone_day", name);
            if (kept.Any(k => k.No == no || (k.Name == name && k.Day == day))) throw new Refused("milestone_twice", name);
            kept.Add(new CampaignMilestone { CampaignId = CampaignId, No = no is { } known && known < NextNo ? known : NextNo++, Name = name, Day = day });
        }
        if (kept.Count > MostMilestones) throw new Refused("milestone_many", MostMilestones);
        if (kept.Select(k => (DateOnly?)k.Day).Append(registerUntil).Append(startsOn).Append(endsOn).Any(d => d < First || d > Last)) throw new Refused("campaign_far_day");
        (RegisterUntil, StartsOn, EndsOn) = (registerUntil, startsOn, endsOn);
        Version++;
        return kept;
    }
}

/// <summary>A day to be reached on the way.</summary>
public sealed class CampaignMilestone
{
    public required long CampaignId { get; init; }
    /// <summary>Within the campaign; stays when it is renamed or moved.</summary>
    public required int No { get; init; }
    public required string Name { get; init; }
    public required DateOnly Day { get; init; }
}

internal sealed class CampaignPlanTable : IEntityTypeConfiguration<CampaignPlan>
{
    public void Configure(EntityTypeBuilder<CampaignPlan> plan)
    {
        plan.HasKey(p => p.CampaignId);
        plan.Property(p => p.CampaignId).ValueGeneratedNever();
        plan.Property(p => p.Version).IsConcurrencyToken();
    }
}

internal sealed class CampaignMilestoneTable : IEntityTypeConfiguration<CampaignMilestone>
{
    public void Configure(EntityTypeBuilder<CampaignMilestone> milestone) => milestone.HasKey(m => new { m.CampaignId, m.No });
}

public static class CampaignPlanSets
{
    extension(AppDb db)
    {
        public DbSet<CampaignPlan> CampaignPlans => db.Set<CampaignPlan>();
        public DbSet<CampaignMilestone> CampaignMilestones => db.Set<CampaignMilestone>();
    }
}
