using Showrunner.Lives.Inviting;
using Showrunner.Platform.Mail;
using Showrunner.Web;

namespace Showrunner.Lives;

/// <summary>What the host knows, in two words.</summary>
internal static class ShowWords
{
    public static (string? Kind, string Text)? Chip(ListShows.Item show, Say say)
    {
        var state = show.Invitation;
        if (state.State == InvitationState.None) return show.CancelledAt is null ? (null, say["lives.invitation.none"]) : null;
        var key = $"lives.{(state.Cancels ? "cancellation" : "invitation")}.{state.State}";
        return (state.State switch { Delivery.Sent => "good", InvitationState.Changed => "warn", Delivery.Waiting => null, _ => "bad" }, say[key]);
    }
}
