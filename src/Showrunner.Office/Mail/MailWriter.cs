using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Showrunner.Office;

/// <summary>Writes mails as files (EML, RFC 5322 and MIME) that every mail program opens. No value can add a header.</summary>
public static partial class MailWriter
{
    /// <summary>Writes the mail and leaves the stream open.</summary>
    /// <exception cref="ArgumentException">
    /// A message id, picture id or media type that is none; two pictures with one id; pictures without HTML; no receiver, unless it is a draft.
    /// </exception>
    public static void Write(Stream output, MailSpec spec)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(spec);
        if (spec.To.Count + spec.Cc.Count == 0 && !spec.IsDraft) throw new ArgumentException("A mail needs a receiver.", nameof(spec));
        if (spec.Pictures.Count > 0 && spec.Html is null) throw new ArgumentException("Pictures need the HTML that shows them.", nameof(spec));
        if (spec.Pictures.DistinctBy(p => p.Id).Count() < spec.Pictures.Count) throw new ArgumentException("Two pictures have one id.", nameof(spec));
        var body = Body(spec);
        var mail = new StringBuilder();
        new MimePart([.. Headers(spec), .. body.Headers], body.Content).Write(mail);
        if (mail[^1] != '\n') mail.Append("\r\n");
        output.Write(Encoding.ASCII.GetBytes(mail.ToString()));
    }

    private static IEnumerable<string> Headers(MailSpec spec)
    {
        yield return MailHeader.Of("Date", spec.Date.ToString("ddd, dd MMM yyyy HH:mm:ss ", CultureInfo.InvariantCulture) + spec.Date.ToString("zzz", CultureInfo.InvariantCulture).Remove(3, 1));
        yield return MailHeader.Of("From", [spec.From]);
        if (spec.ReplyTo is { } reply) yield return MailHeader.Of("Reply-To", [reply]);
        if (spec.To.Count > 0) yield return MailHeader.Of("To", spec.To);
        if (spec.Cc.Count > 0) yield return MailHeader.Of("Cc", spec.Cc);
        yield return MailHeader.Of("Subject", spec.Subject);
        yield return MailHeader.Of("Message-ID", [Id(spec.MessageId)]);
        if (spec.Answers.Count > 0)
        {
            yield return MailHeader.Of("In-Reply-To", [Id(spec.Answers[^1])]);
            yield return MailHeader.Of("References", spec.Answers.Select(Id));
        }
        if (spec.IsDraft) yield return MailHeader.Of("X-Unsent", "1");
        if (spec.IsAutomatic) yield return MailHeader.Of("Auto-Submitted", "auto-generated");
        yield return MailHeader.Of("MIME-Version", "1.0");
    }

    private static MimePart Body(MailSpec spec)
    {
        var id = Id(spec.MessageId);
        List<MimePart> same = [MimePart.Text("text/plain", spec.Text)];
        List<MimePart> all = [];
        if (spec.Html is { } html) same.Add(MimePart.Of("related", id, [MimePart.Text("text/html", html), .. spec.Pictures.Select(Picture)]));
        if (spec.Calendar is { } calendar)
        {
            var file = Encoding.UTF8.GetBytes(CalendarWriter.Text(calendar));
            same.Add(MimePart.Binary([MailHeader.Of("Content-Type", ["text/calendar;", "charset=utf-8;", "method=" + CalendarWriter.Method(calendar)])], file));
            all.Add(Attached(new MailAttachment("invite.ics", "application/ics", file)));
        }
        return MimePart.Of("mixed", id, [MimePart.Of("alternative", id, same), .. all, .. spec.Attachments.Select(Attached)]);
    }

    private static MimePart Picture(MailPicture picture)
    {
        if (!PictureId().IsMatch(picture.Id)) throw new ArgumentException($"\"{MailText.Clean(picture.Id)}\" cannot be the id of a picture.");
        return MimePart.Binary(
            [MailHeader.Of("Content-Type", [Type(picture.MediaType)]), MailHeader.Of("Content-ID", [$"<{picture.Id}>"]), MailHeader.Of("Content-Disposition", ["inline"])], picture.Content.Span);
    }

    private static MimePart Attached(MailAttachment file) => MimePart.Binary(
        [MailHeader.Of("Content-Type", [Type(file.MediaType)]), MailHeader.Of("Content-Disposition", ["attachment;", .. FileNameParameter.Of(file.Name)])], file.Content.Span);

    private static string Id(string id) =>
        MessageId().Match(id) is { Success: true } match ? $"<{match.Groups[1].Value}>" : throw new ArgumentException($"\"{MailText.Clean(id)}\" is not a message id.");

    // Mails within mails may not be encoded, so they cannot be attached this way.
    private static string Type(string type) =>
        MediaType().IsMatch(type) && !type.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) && !type.StartsWith("message/", StringComparison.OrdinalIgnoreCase)
            ? type
            : throw new ArgumentException($"\"{MailText.Clean(type)}\" is not the media type of a file.");

    [GeneratedRegex(@"\A<?([A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,200}@[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,200})>?\z")]
    private static partial Regex MessageId();

    [GeneratedRegex(@"\A[A-Za-z0-9._@-]{1,100}\z")]
    private static partial Regex PictureId();

    [GeneratedRegex(@"\A[A-Za-z0-9!#$&^_.+-]{1,60}/[A-Za-z0-9!#$&^_.+-]{1,100}\z")]
    private static partial Regex MediaType();
}
