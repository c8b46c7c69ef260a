using Showrunner.Office;

namespace Showrunner.Platform.Mail;

/// <summary>A letter as a file that Outlook opens for editing, with a Send button: for whoever wants to look at it first, or has no mail server here.</summary>
public static class DraftLetter
{
    public const string ContentType = "message/rfc822", Extension = ".eml";

    /// <param name="letter">Its address may be empty: the person fills it in.</param>
    /// <param name="from">Address of the person who will send it.</param>
    /// <param name="fromName">Beside it.</param>
    /// <param name="now">When it was written.</param>
    public static byte[] Of(Letter letter, string from, string fromName, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        MailWriter.Write(buffer, new MailSpec(letter.Id, now, Sender(from, fromName), letter.To.Length == 0 ? [] : [new Mailbox(letter.To, letter.Name)], letter.Subject, letter.Text)
        {
            Html = letter.Html,
            Attachments = [.. letter.Enclosures.Select(e => new MailAttachment(e.FileName, e.ContentType, e.Content))],
            Calendar = letter.Calendar,
            IsDraft = true,
        });
        return buffer.ToArray();
    }

    /// <summary>Outlook sends it from the person's own account in any case.</summary>
    internal static Mailbox Sender(string from, string name) => Mailbox.IsAddress(from) ? new Mailbox(from, name) : new Mailbox("desk@showrunner.invalid", name);
}
