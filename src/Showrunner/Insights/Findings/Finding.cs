using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Insights.Findings;

/// <summary>A finding as it was told to people, and what they made of it.</summary>
public sealed class Finding
{
    public const string Open = "open", Accepted = "accepted", Dismissed = "dismissed";
    /// <summary>Why people dismiss: the codes of the form.</summary>
    public static readonly IReadOnlyList<string> Reasons = ["known", "unimportant", "wrong", "other"];
    /// <summary>Kinds that follow from a rule; all others are changes beyond the usual noise.</summary>
    public static readonly IReadOnlyList<string> ByRule = [FindOpportunities.Kind, FindTraffic.Kind, FindLowStock.Kind];
    /// <summary>How long after a dismissed one the same is not told again.</summary>
    public const int QuietDays = 28;

    public long Id { get; init; }
    public long MarketId { get; init; }
    /// <summary>What was looked through when it was found, as <see cref="FindingScope.Code"/>; empty for the market.</summary>
    public string Scope { get; init; } = "";
    /// <summary>Kind and subject: the same thing told again has the same key.</summary>
    public required string Key { get; init; }
    public string Kind { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public long SubjectId { get; private set; }
    public string Name { get; private set; } = "";
    public DateOnly FirstDay { get; private set; }
    public DateOnly LastDay { get; private set; }
    public long EffectMinor { get; private set; }
    /// <summary>The rest of <see cref="Found"/>, as JSON.</summary>
    public string Evidence { get; private set; } = "{}";
    public string State { get; private set; } = Open;
    public string Reason { get; private set; } = "";
    public string Comment { get; private set; } = "";
    public string DecidedBy { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }
    public DateTimeOffset FoundAt { get; private set; }

    /// <summary>Says it for the first time, or again with newer evidence.</summary>
    public void Tell(Found found, DateTimeOffset now)
    {
        (Kind, Subject, SubjectId, Name) = (found.Kind, found.Subject, found.SubjectId, found.Name);
        (FirstDay, LastDay, EffectMinor) = (Id == 0 || found.Days.From < FirstDay ? found.Days.From : FirstDay, found.Days.To, found.EffectMinor);
        (Evidence, FoundAt) = (JsonSerializer.Serialize(found, JsonSerializerOptions.Web), now);
    }

    public Found Read() => JsonSerializer.Deserialize<Found>(Evidence, JsonSerializerOptions.Web)!;

    public void Accept(string person, DateTimeOffset now) => Decide(Accepted, "", "", person, now);

    public void Dismiss(string? reason, string? comment, string person, DateTimeOffset now)
    {
        if (reason is null || !Reasons.Contains(reason)) throw new Refused("finding_reason");
        comment = (comment ?? "").Trim();
        if (reason == "other" && comment.Length == 0) throw new Refused("finding_comment");
        Decide(Dismissed, reason, comment, person, now);
    }

    public void Reopen() => (State, Reason, Comment, DecidedBy, DecidedAt) = (Open, "", "", "", null);

    private void Decide(string state, string reason, string comment, string person, DateTimeOffset now) =>
        (State, Reason, Comment, DecidedBy, DecidedAt) = (state, reason, comment.Length > 500 ? comment[..500] : comment, person, now);
}

internal sealed class FindingTable : IEntityTypeConfiguration<Finding>
{
    public void Configure(EntityTypeBuilder<Finding> finding) => finding.HasIndex(f => new { f.MarketId, f.Scope, f.Key });
}

public static class FindingSets
{
    extension(AppDb db)
    {
        public DbSet<Finding> Findings => db.Set<Finding>();
    }
}
