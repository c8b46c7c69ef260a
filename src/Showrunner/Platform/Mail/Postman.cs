using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Showrunner.Office;

namespace Showrunner.Platform.Mail;

/// <summary>A letter to one person.</summary>
/// <param name="To">Address.</param>
/// <param name="Name">Beside it; may be empty.</param>
/// <param name="Subject">One line.</param>
/// <param name="Text">For readers without HTML.</param>
/// <param name="Html">The same, set.</param>
/// <param name="Id">Stays the same when it is sent again: what arrives twice is known to be one.</param>
public sealed record Letter(string To, string Name, string Subject, string Text, string Html, string Id)
{
    public IReadOnlyList<Enclosure> Enclosures { get; init; } = [];

    /// <summary>An invitation, its change or its cancellation, which mail programs offer to accept.</summary>
    public CalendarSpec? Calendar { get; init; }

    /// <summary>Who gets answers, where that is not the desk; may be empty.</summary>
    public string ReplyTo { get; init; } = "";
}

/// <summary>A file that goes with a letter.</summary>
public sealed record Enclosure(string FileName, string ContentType, byte[] Content);

/// <summary>What became of handing a letter over.</summary>
public enum Posted
{
    /// <summary>The server took it.</summary>
    Sent,

    /// <summary>Not now: down, slow, greylisting. To be tried again.</summary>
    Later,

    /// <summary>Never: the server refuses this recipient or this letter.</summary>
    Refused,
}

/// <summary>The one door to the mail server.</summary>
public sealed class Postman(MailSettings? settings)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const int PermanentFrom = 500;
    /// <summary>Sign-in and encryption: wrong settings of ours, which are no word about the recipient.</summary>
    private const int SettingsFrom = 530, SettingsTo = 538;

    public bool HasServer => settings is not null;
    public string? From => settings?.From;
    public string FromName => settings?.FromName ?? "";

    /// <summary>Hands a letter over.</summary>
    /// <returns>What became of it, and what the server said where it was not taken.</returns>
    public async Task<(Posted Outcome, string Said)> Send(Letter letter, CancellationToken cancel)
    {
        if (settings is null) return (Posted.Later, "");
        using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Encrypted };
        if (settings.User.Length > 0) client.Credentials = new NetworkCredential(settings.User, settings.Password);
        using var message = Message(letter, settings);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await client.SendMailAsync(message, patience.Token);
            return (Posted.Sent, "");
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested) { return (Posted.Later, "timeout"); }
        catch (SmtpException problem)
        {
            var permanent = (int)problem.StatusCode is >= PermanentFrom and not (>= SettingsFrom and <= SettingsTo);
            return (permanent ? Posted.Refused : Posted.Later, problem.InnerException?.Message is { } inner ? $"{problem.Message} {inner}" : problem.Message);
        }
    }

    private static MailMessage Message(Letter letter, MailSettings settings)
    {
        var message = new MailMessage(new MailAddress(settings.From, settings.FromName, Encoding.UTF8), new MailAddress(letter.To, letter.Name, Encoding.UTF8))
        {
            Subject = OneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = letter.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", letter.Id);
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        if (MailSettings.LooksLikeAddress(letter.ReplyTo)) message.ReplyToList.Add(letter.ReplyTo);
        if (letter.Calendar is { } calendar)
        {
            var text = CalendarWriter.Text(calendar);
            var type = new ContentType("text/calendar") { CharSet = "utf-8", Parameters = { ["method"] = calendar.Method.ToString().ToUpperInvariant() } };
            message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(text, type));
            message.Attachments.Add(new Attachment(new MemoryStream(Encoding.UTF8.GetBytes(text)), "invite.ics", "application/ics"));
        }
        foreach (var file in letter.Enclosures)
            message.Attachments.Add(new Attachment(new MemoryStream(file.Content), file.FileName, file.ContentType));
        return message;
    }

    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
