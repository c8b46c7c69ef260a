using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Who hears of alerts of a market: a person by mail, or another program at an address of its own.</summary>
public sealed class AlertRoute
{
    public const int LongestWait = 120;

    public long Id { get; init; }
    public required long MarketId { get; init; }
    /// <summary>Code of the rule; empty for every rule.</summary>
    public required string Rule { get; init; }
    /// <summary>Who is written to; null where a program is called.</summary>
    public long? PersonId { get; init; }
    /// <summary>The program's address and key, encrypted; empty for a person.</summary>
    public string Secret { get; init; } = "";
    /// <summary>What may be shown of the program's address.</summary>
    public string Host { get; init; } = "";
    /// <summary>Told only when nobody has taken the alert on for so long; 0 at once.</summary>
    public required int AfterMinutes { get; init; }
    public required string AuthorName { get; init; }

    public bool IsCall => PersonId is null;

    /// <summary>Whether this alert is to be told now.</summary>
    public bool IsDue(LiveAlert alert, DateTimeOffset now) =>
        alert.MarketId == MarketId && (Rule.Length == 0 || Rule == alert.Rule) && alert.OverAt is null && alert.AcknowledgedAt is null && !(alert.SnoozedUntil > now) && now - alert.Since >= TimeSpan.FromMinutes(AfterMinutes);
}

internal sealed class AlertRouteTable : IEntityTypeConfiguration<AlertRoute>
{
    public void Configure(EntityTypeBuilder<AlertRoute> route)
    {
        route.HasIndex(r => r.MarketId);
        route.Ignore(r => r.IsCall);
    }
}
