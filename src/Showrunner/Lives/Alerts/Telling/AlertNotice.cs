using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>One message on a route, about every alert that was due at that moment.</summary>
public sealed class AlertNotice : Delivery
{
    /// <summary>What was not told by then is old news.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(30);

    public required long RouteId { get; init; }
    public required bool IsCall { get; init; }
    public required string Language { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    public List<ToldAlert> Alerts { get; } = [];

    /// <param name="to">Who is written to; null where a program is called.</param>
    public static AlertNotice Of(AlertRoute route, Person? to, IEnumerable<LiveAlert> due, DateTimeOffset now)
    {
        var notice = new AlertNotice
        {
            RouteId = route.Id,
            IsCall = route.IsCall,
            Address = to?.Email ?? route.Host,
            Name = to?.Name ?? "",
            Language = to?.Language ?? "en",
            MessageId = NewMessageId(),
            QueuedAt = now,
            NextTry = now,
        };
        notice.Alerts.AddRange(due.Select(alert => new ToldAlert { RouteId = route.Id, AlertId = alert.Id }));
        return notice;
    }
}

/// <summary>A route tells an alert once.</summary>
public sealed class ToldAlert
{
    public long NoticeId { get; init; }
    public required long RouteId { get; init; }
    public required long AlertId { get; init; }
}

internal sealed class AlertNoticeTable : DeliveryTable<AlertNotice>
{
    public override void Configure(EntityTypeBuilder<AlertNotice> notice)
    {
        base.Configure(notice);
        notice.HasIndex(n => new { n.RouteId, n.QueuedAt });
        notice.HasMany(n => n.Alerts).WithOne().HasForeignKey(t => t.NoticeId);
    }
}

internal sealed class ToldAlertTable : IEntityTypeConfiguration<ToldAlert>
{
    public void Configure(EntityTypeBuilder<ToldAlert> told)
    {
        told.HasKey(t => new { t.RouteId, t.AlertId });
        told.HasIndex(t => t.NoticeId);
    }
}

public static class AlertRouteSets
{
    extension(AppDb db)
    {
        public DbSet<AlertRoute> AlertRoutes => db.Set<AlertRoute>();
        public DbSet<AlertNotice> AlertNotices => db.Set<AlertNotice>();
        public DbSet<ToldAlert> ToldAlerts => db.Set<ToldAlert>();
    }
}
