using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Metrics.Dictionary;
using Showrunner.Platform;

namespace Showrunner.Goals;

/// <summary>A figure that is to be reached in a period, or a budget that is to be kept.</summary>
public sealed class Goal
{
    public const string Reach = "reach", Keep = "keep";
    public static readonly IReadOnlyList<string> Senses = [Reach, Keep];
    /// <summary>What it can be about besides the whole market.</summary>
    public static readonly IReadOnlyList<string> Subjects = ["market", "creator", "shop", "category", "agency"];
    private const int LongestName = 200, LongestNote = 500, MostDays = 1100;
    private const decimal Largest = 1_000_000_000_000_000m;

    public long Id { get; init; }
    public required long MarketId { get; init; }
    /// <summary>Code of the dictionary.</summary>
    public string Metric { get; private set; } = "";
    /// <summary>reach: at least the target; keep: at most, a budget.</summary>
    public string Sense { get; private set; } = Reach;
    /// <summary>market, creator, shop, category or agency.</summary>
    public string Subject { get; private set; } = "market";
    /// <summary>As people call it: handle, shop's name, category's path; empty for the market.</summary>
    public string Name { get; private set; } = "";
    public DateOnly FromDay { get; private set; }
    public DateOnly ToDay { get; private set; }
    /// <summary>Major units, percent for rates, as an invariant number.</summary>
    public string Target { get; private set; } = "";
    public string Note { get; private set; } = "";
    public string SetBy { get; private set; } = "";
    public DateTimeOffset SetAt { get; private set; }

    public decimal Amount => decimal.Parse(Target, CultureInfo.InvariantCulture);
    public DayRange Range => new(FromDay, ToDay);

    /// <summary>What a goal is: checked here, looked up elsewhere.</summary>
    public sealed record Said(string Metric, string Sense, string Subject, string? Name, DateOnly From, DateOnly To, decimal Target, string? Note);

    public static void Check(Said said)
    {
        if (MetricDictionary.Find(said.Metric) is null) throw new Refused("metric_unknown", said.Metric);
        if (!Senses.Contains(said.Sense)) throw new Refused("goal_sense", said.Sense);
        if (!Subjects.Contains(said.Subject)) throw new Refused("goal_subject", said.Subject);
        if ((said.Subject == "market") != string.IsNullOrWhiteSpace(said.Name)) throw new Refused(said.Subject == "market" ? "goal_name_too_many" : "goal_name_missing");
        if (said.Name?.Length > LongestName || said.Note?.Length > LongestNote) throw new Refused("goal_text_long", LongestName, LongestNote);
        if (said.To < said.From) throw new Refused("period_backwards", said.From, said.To);
        if (new DayRange(said.From, said.To).Days > MostDays) throw new Refused("goal_period_long", MostDays);
        if (said.Target is <= 0 or > Largest) throw new Refused("goal_target");
    }

    public void Set(Said said, Actor actor, DateTimeOffset now)
    {
        Check(said);
        (Metric, Sense, Subject, Name, FromDay, ToDay, Note) = (said.Metric, said.Sense, said.Subject, (said.Name ?? "").Trim(), said.From, said.To, (said.Note ?? "").Trim());
        Target = (said.Target / 1.000000000000000000000000000000m).ToString(CultureInfo.InvariantCulture); // without zeros at the end
        (SetBy, SetAt) = (actor.Name, now);
    }

    /// <summary>The same figure of the same subject in the same days, in the same sense: there is one of it.</summary>
    public (string, string, string, string, DateOnly, DateOnly) Identity => (Metric, Sense, Subject, Name.TrimStart('@').ToLowerInvariant(), FromDay, ToDay);
}

internal sealed class GoalTable : IEntityTypeConfiguration<Goal>
{
    public void Configure(EntityTypeBuilder<Goal> goal)
    {
        goal.HasIndex(g => g.MarketId);
        goal.Ignore(g => g.Amount);
        goal.Ignore(g => g.Range);
        goal.Ignore(g => g.Identity);
    }
}

public static class GoalSets
{
    extension(AppDb db)
    {
        public DbSet<Goal> Goals => db.Set<Goal>();
    }
}
