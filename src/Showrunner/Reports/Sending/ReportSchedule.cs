using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Reports.Sending;

/// <summary>A report that is made and sent by itself, with the rights of who set it up.</summary>
public sealed class ReportSchedule
{
    private const int LongestName = 100;

    public long Id { get; private init; }
    public long MarketId { get; private init; }
    public string Name { get; private set; } = "";
    public string Report { get; private set; } = "";
    /// <summary>Row number of the creator, shop or category; empty for the whole market.</summary>
    public string Subject { get; private set; } = "";
    public string SubjectName { get; private set; } = "";
    /// <summary>See <see cref="Span"/>.</summary>
    public string Span { get; private set; } = "week";
    public string Compare { get; private set; } = "previous";
    public string Language { get; private set; } = "en";
    /// <summary>Formats joined by commas.</summary>
    public string Formats { get; private set; } = "";
    public string Every { get; private set; } = "week";
    public int Day { get; private set; }
    public int Minute { get; private set; }
    public bool SkipsDaysOff { get; private set; }
    /// <summary>Someone looks at it before it goes out.</summary>
    public bool NeedsApproval { get; private set; }
    public long OwnerId { get; private init; }
    public string OwnerName { get; private init; } = "";
    public DateTimeOffset CreatedAt { get; private init; }
    public DateTimeOffset? PausedAt { get; private set; }
    public DateTimeOffset NextDue { get; private set; }

    public Rhythm Rhythm => new(Every, Day, Minute, SkipsDaysOff);
    public IReadOnlyList<string> FormatList => Formats.Split(',');

    public static ReportSchedule Create(long marketId, Actor owner, DateTimeOffset now) =>
        new() { MarketId = marketId, OwnerId = owner.PersonId ?? throw new Refused("not_allowed"), OwnerName = owner.Name, CreatedAt = now };

    /// <summary>Says what is sent and when, and when next.</summary>
    public void Plan(string? name, string report, ReportSubject? subject, string span, string compare, string language, IReadOnlyList<string> formats, Rhythm rhythm, bool needsApproval, MarketRules market, Func<DateOnly, bool> isOff, DateTimeOffset now)
    {
        name = (name ?? "").Trim();
        if (name.Length is 0 or > LongestName || name.Any(char.IsControl)) throw new Refused("schedule_name", LongestName);
        if (!Sending.Span.Known.Contains(span)) throw new Refused("schedule_span", span);
        rhythm.Check();
        (Name, Report, Span, Compare, Language, Formats, NeedsApproval) = (name, report, span, compare, language, string.Join(',', formats), needsApproval);
        (Subject, SubjectName) = (subject?.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "", subject?.Name ?? "");
        (Every, Day, Minute, SkipsDaysOff) = (rhythm.Every, rhythm.Day, rhythm.Minute, rhythm.SkipsDaysOff);
        NextDue = rhythm.Next(now, market, isOff);
    }

    /// <summary>What was missed while nobody was there is made once, not once for each time.</summary>
    public void Advance(MarketRules market, Func<DateOnly, bool> isOff, DateTimeOffset now) => NextDue = Rhythm.Next(now, market, isOff);

    public void Pause(DateTimeOffset now) => PausedAt ??= now;

    public void Resume(MarketRules market, Func<DateOnly, bool> isOff, DateTimeOffset now)
    {
        PausedAt = null;
        Advance(market, isOff, now);
    }
}

/// <summary>Who gets it: a person, everybody of a role who sees the market, or an address outside.</summary>
public sealed class ReportRecipient
{
    public const string Person = "person", Role = "role", Address = "address";

    public long Id { get; init; }
    public required long ScheduleId { get; init; }
    public required string Kind { get; init; }
    /// <summary>Row number, role or address.</summary>
    public required string Value { get; init; }
}

internal sealed class ReportScheduleTable : IEntityTypeConfiguration<ReportSchedule>
{
    public void Configure(EntityTypeBuilder<ReportSchedule> schedule)
    {
        schedule.HasIndex(s => s.MarketId);
        schedule.Property(s => s.NextDue).IsConcurrencyToken();
        schedule.Ignore(s => s.Rhythm);
        schedule.Ignore(s => s.FormatList);
    }
}

internal sealed class ReportRecipientTable : IEntityTypeConfiguration<ReportRecipient>
{
    public void Configure(EntityTypeBuilder<ReportRecipient> recipient) => recipient.HasIndex(r => r.ScheduleId);
}

public static class SendingSets
{
    extension(AppDb db)
    {
        public DbSet<ReportSchedule> ReportSchedules => db.Set<ReportSchedule>();
        public DbSet<ReportRecipient> ReportRecipients => db.Set<ReportRecipient>();
        public DbSet<ReportIssue> ReportIssues => db.Set<ReportIssue>();
        public DbSet<IssueFile> IssueFiles => db.Set<IssueFile>();
        public DbSet<IssueFigure> IssueFigures => db.Set<IssueFigure>();
        public DbSet<ReportDelivery> ReportDeliveries => db.Set<ReportDelivery>();
    }
}
