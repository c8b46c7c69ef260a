using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Engine.Identity;
using Showrunner.Platform;

namespace Showrunner.Creators.Same;

/// <summary>Two creators who may be one person, how sure that is, and why. The smaller row number is the first.</summary>
public sealed class SamePerson
{
    public const string Open = "open", Merged = "merged", Different = "different";
    public static readonly IReadOnlyList<string> States = [Open, Merged, Different];

    public long Id { get; private init; }
    public long MarketId { get; init; }
    public long FirstId { get; init; }
    public long SecondId { get; init; }
    /// <summary>Probability that they are one person, in millionths.</summary>
    public long ProbabilityPpm { get; private set; }
    /// <summary>JSON of the evidence, strongest first.</summary>
    public string Reasons { get; private set; } = "[]";
    public string State { get; private set; } = Open;
    public DateTimeOffset FoundAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string DecidedBy { get; private set; } = "";

    /// <summary>What a person decided stays; the evidence is the newest.</summary>
    public void Tell(SuspectedPair pair, DateTimeOffset now)
    {
        (ProbabilityPpm, Reasons) = ((long)(pair.Probability * 1_000_000), JsonSerializer.Serialize(pair.Evidence));
        if (FoundAt == default) FoundAt = now;
    }

    public IReadOnlyList<Evidence> Read() => JsonSerializer.Deserialize<IReadOnlyList<Evidence>>(Reasons) ?? [];

    public void Decide(string state, Actor actor, DateTimeOffset now)
    {
        if (!States.Contains(state)) throw new Refused("same_state", state);
        if (State == state) return;
        (State, DecidedAt, DecidedBy) = (state, state == Open ? null : now, state == Open ? "" : actor.Name);
    }

    /// <summary>Of a pair that was suspected; of another there is nothing to decide.</summary>
    internal static async Task Decide(long one, long other, string state, AppDb db, Actor actor, DateTimeOffset now, CancellationToken cancel)
    {
        var (first, second) = (Math.Min(one, other), Math.Max(one, other));
        (await db.SamePersons.SingleOrDefaultAsync(s => s.FirstId == first && s.SecondId == second, cancel))?.Decide(state, actor, now);
    }
}

/// <summary>When a market was last looked through for double creators, and how many were found.</summary>
public sealed class SamePersonRun
{
    public long MarketId { get; init; }
    public long ChangeId { get; set; }
    public int Found { get; set; }
    public DateTimeOffset FinishedAt { get; set; }
}

internal sealed class SamePersonTable : IEntityTypeConfiguration<SamePerson>
{
    public void Configure(EntityTypeBuilder<SamePerson> same)
    {
        same.HasIndex(s => new { s.FirstId, s.SecondId }).IsUnique();
        same.HasIndex(s => s.MarketId);
    }
}

internal sealed class SamePersonRunTable : IEntityTypeConfiguration<SamePersonRun>
{
    public void Configure(EntityTypeBuilder<SamePersonRun> run)
    {
        run.HasKey(r => r.MarketId);
        run.Property(r => r.MarketId).ValueGeneratedNever();
    }
}

public static class SameSets
{
    extension(AppDb db)
    {
        public DbSet<SamePerson> SamePersons => db.Set<SamePerson>();
        public DbSet<SamePersonRun> SamePersonRuns => db.Set<SamePersonRun>();
    }
}
