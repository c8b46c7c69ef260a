using System.Globalization;
using System.Net;
using System.Text;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Mail;

namespace Showrunner.Lives.Alerts.Telling;

/// <summary>Alerts as letters to people.</summary>
public sealed class SendNotices(AppDb db, Postman postman, WriteNotice write, Texts texts, TimeProvider clock, ILogger<SendNotices> log) : SendWaiting<AlertNotice>(db, postman, clock, log)
{
    private readonly TimeProvider _clock = clock;

    protected override IQueryable<AlertNotice> Released
    {
        get
        {
            var since = _clock.GetUtcNow() - AlertNotice.Fresh;
            return Db.AlertNotices.Where(n => !n.IsCall && n.QueuedAt > since);
        }
    }

    protected override async Task<Letter> Write(AlertNotice delivery, CancellationToken cancel)
    {
        var lines = await write.Handle(delivery, cancel);
        var subject = lines.Count == 1 ? Say("live.notice.one", lines[0].Name, lines[0].Title) : Say("live.notice.many", lines.Count);
        var (text, html) = (new StringBuilder(), new StringBuilder());
        html.Append(CultureInfo.InvariantCulture, $"<!doctype html><html lang=\"{delivery.Language}\"><body style=\"font:15px/1.5 Calibri,Segoe UI,sans-serif;color:#1b2b34\">");
        if (lines.Any(line => line.Escalated)) Paragraph(Say("live.notice.nobody"));
        foreach (var line in lines)
        {
            var where = $"{line.Title}{(line.Creator.Length > 0 ? " @" + line.Creator : "")} · {line.Market}";
            text.AppendLine(line.Name).AppendLine(where).AppendLine(line.Saw).AppendLine(line.Try).AppendLine(line.Url).AppendLine();
            html.Append(CultureInfo.InvariantCulture, $"<h2 style=\"font-size:17px;margin:20px 0 4px;color:#a3202f\">{Html(line.Name)}</h2><p style=\"margin:0 0 4px\">{(line.Url is { } url ? $"<a href=\"{Html(url)}\">{Html(where)}</a>" : Html(where))}</p><p style=\"margin:0 0 4px\">{Html(line.Saw)}</p><p style=\"margin:0;color:#5b6b73\">{Html(line.Try)}</p>");
        }
        Paragraph(Say("live.notice.foot"));
        return new Letter(delivery.Address, delivery.Name, subject, text.ToString(), html.Append("</body></html>").ToString(), delivery.MessageId);

        void Paragraph(string words)
        {
            text.AppendLine(words).AppendLine();
            html.Append(CultureInfo.InvariantCulture, $"<p style=\"color:#5b6b73\">{Html(words)}</p>");
        }

        string Say(string key, params IReadOnlyList<object?> arguments) => texts.Say(delivery.Language, key, arguments);
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
