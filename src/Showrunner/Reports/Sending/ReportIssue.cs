using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Platform;
using Showrunner.Platform.Mail;

namespace Showrunner.Reports.Sending;

/// <summary>One making of a report, kept as it was: its files and figures are written once and never changed.</summary>
public sealed class ReportIssue
{
    public const string Waiting = "waiting", Released = "released", Declined = "declined", Failed = "failed";

    public long Id { get; init; }
    public required long ScheduleId { get; init; }
    public required string ScheduleName { get; init; }
    public required long MarketId { get; init; }
    public required string Report { get; init; }
    public required string Language { get; init; }
    public required DateOnly FromDay { get; init; }
    public required DateOnly ToDay { get; init; }
    public required string Subject { get; init; }
    public required string Compare { get; init; }
    public string Title { get; init; } = "";
    public string What { get; init; } = "";
    public string AsOf { get; init; } = "";
    /// <summary>The ledger change that the figures include.</summary>
    public long Change { get; init; }
    /// <summary>When it was to go out: one issue for each time.</summary>
    public required DateTimeOffset DueAt { get; init; }
    public required DateTimeOffset MadeAt { get; init; }
    /// <summary>Why there are no files, as a packed sentence.</summary>
    public string? Problem { get; init; }
    /// <summary>waiting for approval, released, declined; failed where nothing could be made.</summary>
    public required string State { get; set; }
    public string DecidedBy { get; private set; } = "";
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Lets it go out, or keeps it; deciding the same twice changes nothing.</summary>
    public void Decide(bool release, Actor actor, DateTimeOffset now)
    {
        var state = release ? Released : Declined;
        if (State == state) return;
        if (State != Waiting) throw new Refused("issue_decided");
        (State, DecidedBy, DecidedAt) = (state, actor.Name, now);
    }
}

/// <summary>A file of an issue.</summary>
public sealed class IssueFile
{
    public required long IssueId { get; init; }
    public required string Format { get; init; }
    public required string FileName { get; init; }
    public required string ContentType { get; init; }
    public required long Bytes { get; init; }
    public required string Sha256 { get; init; }
    /// <summary>Base 64: a row that travels with every backup to either database.</summary>
    public required string Content { get; init; }

    public byte[] Read() => Convert.FromBase64String(Content);
}

/// <summary>A headline figure as an issue said it.</summary>
public sealed class IssueFigure
{
    public required long IssueId { get; init; }
    public required int Place { get; init; }
    public required string Metric { get; init; }
    public required string Label { get; init; }
    /// <summary>As written on the card.</summary>
    public required string Shown { get; init; }
    public required string Comparison { get; init; }
    /// <summary>Invariant number in major units or as a fraction; empty for unknown.</summary>
    public required string Value { get; init; }
    /// <summary>The same figure of the days compared with, as known then.</summary>
    public required string Before { get; init; }
    public required string Reading { get; init; }
}

/// <summary>One letter of an issue to one recipient.</summary>
public sealed class ReportDelivery : Delivery
{
    public required long IssueId { get; init; }

    public static ReportDelivery Of(long issueId, string address, string name, DateTimeOffset now) =>
        new() { IssueId = issueId, Address = address, Name = name, MessageId = NewMessageId(), NextTry = now };
}

internal sealed class ReportIssueTable : IEntityTypeConfiguration<ReportIssue>
{
    public void Configure(EntityTypeBuilder<ReportIssue> issue)
    {
        issue.HasIndex(i => new { i.ScheduleId, i.DueAt }).IsUnique();
        issue.HasIndex(i => i.MarketId);
    }
}

internal sealed class IssueFileTable : IEntityTypeConfiguration<IssueFile>
{
    public void Configure(EntityTypeBuilder<IssueFile> file) => file.HasKey(f => new { f.IssueId, f.Format });
}

internal sealed class IssueFigureTable : IEntityTypeConfiguration<IssueFigure>
{
    public void Configure(EntityTypeBuilder<IssueFigure> figure) => figure.HasKey(f => new { f.IssueId, f.Place });
}

internal sealed class ReportDeliveryTable : DeliveryTable<ReportDelivery>
{
    public override void Configure(EntityTypeBuilder<ReportDelivery> delivery)
    {
        base.Configure(delivery);
        delivery.HasIndex(d => new { d.IssueId, d.Address }).IsUnique();
    }
}
