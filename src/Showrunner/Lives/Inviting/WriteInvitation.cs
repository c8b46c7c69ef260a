using System.Globalization;
using System.Net;
using System.Text;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Platform.Mail;
using Showrunner.Web;

namespace Showrunner.Lives.Inviting;

/// <summary>A letter to a host: what a person reads, and the event that his calendar takes.</summary>
public sealed class WriteInvitation(Texts texts)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <param name="letter">What is to be said.</param>
    /// <param name="uid">Of the show.</param>
    /// <param name="market">Whose clock the show goes by.</param>
    /// <param name="isFirst">The host has not heard of the show before.</param>
    /// <param name="organizer">Address that invites: the same in every letter, or calendars take no change.</param>
    /// <param name="organizerName">Beside it.</param>
    public Letter Of(ShowInvitation letter, string uid, Market market, bool isFirst, string organizer, string organizerName)
    {
        var (plan, rules) = (letter.Plan, market.Rules);
        var formats = new Formats(texts, letter.Language);
        var kind = letter.Cancels ? "cancelled" : isFirst ? "new" : "changed";
        var start = ShowTime.Local(rules, plan.StartsAt);
        var when = $"{formats.Weekday(DateOnly.FromDateTime(start))} {start.Year}, {formats.Clock(TimeOnly.FromDateTime(start))}–{formats.When(plan.StartsAt.AddMinutes(plan.Minutes), rules.TimeZone).Split(", ")[^1]}";
        var facts = new List<(string Name, string Value)>
        {
            (Say("lives.mail.when"), when),
            (Say("lives.mail.length"), formats.Duration(TimeSpan.FromMinutes(plan.Minutes))),
            (Say("lives.mail.place"), plan.Place),
            (Say("lives.mail.about"), ShowEvent.About(plan)),
            (Say("lives.mail.note"), plan.Note),
        }.Where(fact => fact.Value.Length > 0).ToList();
        var greeting = plan.HostName.Length > 0 ? Say("lives.mail.dear", plan.HostName) : Say("lives.mail.hello");
        var (opening, closing) = (Say($"lives.mail.{kind}.text", plan.Title), letter.Cancels ? "" : Say("lives.mail.answer"));

        var text = new StringBuilder().AppendLine(greeting).AppendLine().AppendLine(opening).AppendLine();
        foreach (var (name, value) in facts) text.AppendLine(Invariant, $"{name}: {value}");
        if (closing.Length > 0) text.AppendLine().AppendLine(closing);
        text.AppendLine().AppendLine(organizerName);

        var html = new StringBuilder().Append(Invariant, $"<!doctype html><html lang=\"{letter.Language}\"><body style=\"font:15px/1.5 Calibri,Segoe UI,sans-serif;color:#1b2b34\">");
        html.Append(Invariant, $"<p>{Html(greeting)}</p><p>{Html(opening)}</p><h1 style=\"font-size:20px;margin:16px 0 8px{(letter.Cancels ? ";text-decoration:line-through" : "")}\">{Html(plan.Title)}</h1><table style=\"border-collapse:collapse\">");
        foreach (var (name, value) in facts) html.Append(Invariant, $"<tr><td style=\"padding:4px 24px 4px 0;color:#5b6b73;vertical-align:top;white-space:nowrap\">{Html(name)}</td><td style=\"padding:4px 0;white-space:pre-line\">{Linked(value)}</td></tr>");
        html.Append("</table>");
        if (closing.Length > 0) html.Append(Invariant, $"<p>{Html(closing)}</p>");
        html.Append(Invariant, $"<p style=\"color:#5b6b73\">{Html(organizerName)}</p></body></html>");

        var host = new Mailbox(letter.Address, plan.HostName);
        var show = ShowEvent.Of(uid, letter.Sequence, plan, rules) with { Organizer = DraftLetter.Sender(organizer, organizerName), Attendees = [new Attendee(host) { IsAsked = !letter.Cancels }] };
        return new Letter(letter.Address, plan.HostName, Say($"lives.mail.{kind}.subject", plan.Title, when), text.ToString(), html.ToString(), letter.MessageId)
        {
            Calendar = new CalendarSpec(letter.Cancels ? CalendarMethod.Cancel : CalendarMethod.Request, letter.QueuedAt, show with { Alarms = letter.Cancels ? [] : show.Alarms }),
            ReplyTo = letter.ReplyTo,
        };

        string Say(string key, params IReadOnlyList<object?> arguments) => texts.Say(letter.Language, key, arguments);
    }

    private static string Linked(string value) =>
        Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? $"<a href=\"{Html(uri.AbsoluteUri)}\">{Html(value)}</a>" : Html(value);

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
