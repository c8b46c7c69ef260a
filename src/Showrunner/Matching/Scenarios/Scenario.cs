using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Matching.Planning;
using Showrunner.Platform;

namespace Showrunner.Matching.Scenarios;

/// <summary>A plan under named limits that is kept: made again it changes, compared with others, accepted in parts. What is accepted stays in it.</summary>
public sealed class Scenario
{
    public const int LongestName = 120;

    public long Id { get; init; }
    public long MarketId { get; init; }
    public string Name { get; private set; } = "";
    /// <summary>The limits as JSON.</summary>
    public string Limits { get; private set; } = "{}";
    /// <summary>The plan without its offers as JSON; empty until it was made.</summary>
    public string Result { get; private set; } = "";
    /// <summary>Made again each night when facts have changed.</summary>
    public bool IsKeptFresh { get; set; }
    public long? JobId { get; set; }
    public long? AuthorId { get; init; }
    public string AuthorName { get; init; } = "";
    public DateTimeOffset CreatedAt { get; init; }
    public DateTimeOffset? MadeAt { get; private set; }
    /// <summary>The ledger's change that it was made from.</summary>
    public long ChangeId { get; private set; }

    /// <exception cref="Refused">The name is missing or too long, or a limit cannot be.</exception>
    public void Set(string? name, PlanOffers.Request limits)
    {
        name = (name ?? "").Trim();
        if (name.Length is 0 or > LongestName) throw new Refused("scenario_name", LongestName);
        limits.Check();
        (Name, Limits) = (name, JsonSerializer.Serialize(limits with { Market = null, Who = null }));
    }

    public PlanOffers.Request Asked(string market) => JsonSerializer.Deserialize<PlanOffers.Request>(Limits)! with { Market = market };

    public void Keep(PlanOffers.Response plan, DateTimeOffset now) => (Result, MadeAt, ChangeId) = (JsonSerializer.Serialize(plan with { Offers = [], Asked = [] }), now, plan.Change);

    public PlanOffers.Response? Plan() => Result.Length == 0 ? null : JsonSerializer.Deserialize<PlanOffers.Response>(Result);
}

/// <summary>An offer of a scenario, with what was expected of it when it was planned: what comes of it is held against that.</summary>
public sealed class PlannedOffer
{
    public long ScenarioId { get; init; }
    public long CreatorId { get; init; }
    public long ProductId { get; init; }
    public long MarketId { get; init; }
    /// <summary>Chances in millionths.</summary>
    public int AcceptPpm { get; init; }
    public int PostPpm { get; init; }
    /// <summary>In the 28 days after content.</summary>
    public long GmvMinor { get; init; }
    public long ExpectedMinor { get; init; }
    public long ValueMinor { get; init; }
    public long SampleMinor { get; init; }
    public long CommissionMinor { get; init; }
    public int Collaboration { get; init; }
    public bool IsConnected { get; init; }
    public bool IsNew { get; init; }
    /// <summary>Day of the market on which somebody took it on; null while it is only proposed.</summary>
    public DateOnly? AcceptedDay { get; private set; }
    /// <summary>Who is to make the offer.</summary>
    public long? PersonId { get; private set; }

    public void Accept(DateOnly day, long? person)
    {
        if (AcceptedDay is null) (AcceptedDay, PersonId) = (day, person);
    }
}

internal sealed class ScenarioTable : IEntityTypeConfiguration<Scenario>, IEntityTypeConfiguration<PlannedOffer>
{
    public void Configure(EntityTypeBuilder<Scenario> scenario) => scenario.HasIndex(s => s.MarketId);

    public void Configure(EntityTypeBuilder<PlannedOffer> offer)
    {
        offer.HasKey(o => new { o.ScenarioId, o.CreatorId, o.ProductId });
        offer.HasIndex(o => new { o.MarketId, o.AcceptedDay });
        offer.Property(o => o.AcceptedDay).IsConcurrencyToken();
    }
}

public static class ScenarioSets
{
    extension(AppDb db)
    {
        public DbSet<Scenario> Scenarios => db.Set<Scenario>();
        public DbSet<PlannedOffer> PlannedOffers => db.Set<PlannedOffer>();
    }
}
