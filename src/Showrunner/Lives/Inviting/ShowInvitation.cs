using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Showrunner.Data;
using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Inviting;

/// <summary>One letter to a host about one state of a show: the invitation, a change, or that it does not take place.</summary>
public sealed class ShowInvitation : Delivery
{
    public const string Withdrawn = "withdrawn";

    public required long ShowId { get; init; }
    /// <summary>Of the show when the letter was written.</summary>
    public required int Sequence { get; init; }
    public required bool Cancels { get; init; }
    /// <summary>en, id or de.</summary>
    public required string Language { get; init; }
    /// <summary>Who gets the host's answer in words; may be empty.</summary>
    public required string ReplyTo { get; init; }
    public required DateTimeOffset QueuedAt { get; init; }
    /// <summary>What it says, as JSON: a show that changes while a letter waits does not change the letter.</summary>
    public required string Content { get; init; }

    public ShowPlan Plan => JsonSerializer.Deserialize<ShowPlan>(Content)!;

    public static ShowInvitation Of(PlannedShow show, ShowPlan plan, string address, bool cancels, string language, string replyTo, DateTimeOffset now) => new()
    {
        ShowId = show.Id,
        Sequence = show.Sequence,
        Cancels = cancels,
        Address = address,
        Name = plan.HostName,
        Language = language,
        ReplyTo = replyTo,
        QueuedAt = now,
        MessageId = NewMessageId(),
        NextTry = now,
        Content = JsonSerializer.Serialize(plan),
    };

    /// <summary>It may be in the host's hands: sent, being sent, or broken off without a clear no.</summary>
    public bool MayHaveArrived(DateTimeOffset now) => State is Sent or GivenUp || (State != Refused && Attempts > 0) || IsOnItsWay(now);

    /// <summary>A later letter says more. One that a worker has just taken goes out all the same.</summary>
    public void Withdraw(DateTimeOffset now)
    {
        if (State != Waiting || IsOnItsWay(now)) return;
        State = Withdrawn;
        NextTry = NextTry.AddMilliseconds(1); // so that a worker who takes it in this moment finds it changed
    }

    private bool IsOnItsWay(DateTimeOffset now) => State == Waiting && Attempts == 0 && NextTry > now;
}

internal sealed class ShowInvitationTable : DeliveryTable<ShowInvitation>
{
    public override void Configure(EntityTypeBuilder<ShowInvitation> invitation)
    {
        base.Configure(invitation);
        invitation.HasIndex(i => new { i.ShowId, i.Sequence, i.Address }).IsUnique();
        invitation.Ignore(i => i.Plan);
    }
}

public static class ShowInvitationSets
{
    extension(AppDb db)
    {
        public DbSet<ShowInvitation> ShowInvitations => db.Set<ShowInvitation>();
    }
}
