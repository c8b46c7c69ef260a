using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Office;
using Showrunner.Platform;

namespace Showrunner.Lives;

/// <summary>A LIVE show that is to come: who shows what, when and where. What it said before is in the trail and in the invitations.</summary>
public sealed class PlannedShow
{
    public const int LongestTitle = 200, LongestName = 100, LongestPlace = 500, LongestNote = 2000, Shortest = 5, Longest = 24 * 60;

    public long Id { get; init; }
    public required long MarketId { get; init; }
    /// <summary>The same in every calendar for as long as the show is known.</summary>
    public required string Uid { get; init; }
    public string Title { get; private set; } = "";
    public long? CreatorId { get; private set; }
    /// <summary>Handle without the @; empty where no creator is known.</summary>
    public string CreatorName { get; private set; } = "";
    public long? ShopId { get; private set; }
    public string ShopName { get; private set; } = "";
    public string HostName { get; private set; } = "";
    /// <summary>Empty where the host cannot be invited by mail.</summary>
    public string HostEmail { get; private set; } = "";
    public DateTimeOffset StartsAt { get; private set; }
    public int Minutes { get; private set; }
    /// <summary>A studio or a link.</summary>
    public string Place { get; private set; } = "";
    public string Note { get; private set; } = "";
    /// <summary>Counts the changes: a calendar takes what counts higher.</summary>
    public int Sequence { get; private set; }
    public DateTimeOffset? CancelledAt { get; private set; }
    /// <summary>Page of the record it belongs to, e.g. /campaigns/12; empty for none.</summary>
    public string SubjectPath { get; init; } = "";
    public string SubjectName { get; init; } = "";
    public required string AuthorName { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset EndsAt => StartsAt.AddMinutes(Minutes);

    /// <summary>Says what the show is. The same again changes nothing.</summary>
    /// <returns>False when it was so already.</returns>
    public bool Plan(ShowPlan plan)
    {
        if (CancelledAt is not null) throw new Refused("live_cancelled");
        plan = plan.Checked();
        if (plan == Planned) return false;
        if (Title.Length > 0) Sequence++;
        (Title, CreatorId, CreatorName, ShopId, ShopName) = (plan.Title, plan.CreatorId, plan.CreatorName, plan.ShopId, plan.ShopName);
        (HostName, HostEmail, StartsAt, Minutes, Place, Note) = (plan.HostName, plan.HostEmail, plan.StartsAt, plan.Minutes, plan.Place, plan.Note);
        return true;
    }

    /// <summary>It does not take place. Twice changes nothing.</summary>
    public bool Cancel(DateTimeOffset now)
    {
        if (CancelledAt is not null) return false;
        (CancelledAt, Sequence) = (now, Sequence + 1);
        return true;
    }

    internal ShowPlan Planned => new(Title, CreatorId, CreatorName, ShopId, ShopName, HostName, HostEmail, StartsAt, Minutes, Place, Note);
}

/// <summary>What a show is to be.</summary>
public sealed record ShowPlan(
    string Title, long? CreatorId, string CreatorName, long? ShopId, string ShopName, string HostName, string HostEmail, DateTimeOffset StartsAt, int Minutes, string Place, string Note)
{
    internal ShowPlan Checked()
    {
        var plan = this with { Title = Title.Trim(), HostName = HostName.Trim(), HostEmail = HostEmail.Trim(), Place = Place.Trim(), Note = Note.Trim() };
        if (plan.Title.Length is 0 or > PlannedShow.LongestTitle) throw new Refused("live_title", PlannedShow.LongestTitle);
        if (plan.HostName.Length > PlannedShow.LongestName) throw new Refused("live_host", PlannedShow.LongestName);
        if (plan.HostEmail.Length > 0 && !(Platform.Mail.MailSettings.LooksLikeAddress(plan.HostEmail) && Mailbox.IsAddress(plan.HostEmail))) throw new Refused("live_email", plan.HostEmail);
        if (plan.Minutes is < PlannedShow.Shortest or > PlannedShow.Longest) throw new Refused("live_minutes", PlannedShow.Shortest, PlannedShow.Longest);
        if (plan.Place.Length > PlannedShow.LongestPlace) throw new Refused("live_place", PlannedShow.LongestPlace);
        if (plan.Note.Length > PlannedShow.LongestNote) throw new Refused("live_note", PlannedShow.LongestNote);
        return plan;
    }
}

internal sealed class PlannedShowTable : IEntityTypeConfiguration<PlannedShow>
{
    public void Configure(EntityTypeBuilder<PlannedShow> show)
    {
        show.HasIndex(s => new { s.MarketId, s.StartsAt });
        show.HasIndex(s => s.SubjectPath);
        show.Ignore(s => s.EndsAt).Ignore(s => s.Planned);
        show.Property(s => s.Sequence).IsConcurrencyToken();
    }
}

public static class PlannedShowSets
{
    extension(AppDb db)
    {
        public DbSet<PlannedShow> PlannedShows => db.Set<PlannedShow>();
    }
}
