using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Inviting;

/// <summary>What the host knows.</summary>
/// <param name="State">none, waiting, sent, refused or given_up; changed where the show has changed since the letter.</param>
/// <param name="At">When the last letter was sent, or is tried next.</param>
/// <param name="Problem">What the server said.</param>
/// <param name="Cancels">The last letter says that the show does not take place.</param>
/// <param name="Language">Of the last letter; where there is none, the one that the market suggests.</param>
public sealed record InvitationState(string State, DateTimeOffset? At = null, string Problem = "", bool Cancels = false, string Language = "")
{
    public const string None = "none", Changed = "changed";

    public bool Failed => State is Delivery.Refused or Delivery.GivenUp;

    internal static InvitationState Of(PlannedShow show, IEnumerable<ShowInvitation> letters, string language)
    {
        var last = letters.Where(l => string.Equals(l.Address, show.HostEmail, StringComparison.OrdinalIgnoreCase) && l.State != ShowInvitation.Withdrawn).MaxBy(l => l.Id);
        if (last is null || (last.Cancels && show.CancelledAt is null)) return new InvitationState(None, Language: language);
        var behind = last.Sequence < show.Sequence && !last.Cancels;
        return new InvitationState(behind && last.State is Delivery.Sent ? Changed : last.State, last.SentAt ?? (last.State == Delivery.Waiting ? last.NextTry : null), last.Problem, last.Cancels, last.Language);
    }
}
