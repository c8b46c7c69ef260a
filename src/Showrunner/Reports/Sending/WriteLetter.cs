using System.Globalization;
using System.Net;
using System.Text;
using Showrunner.Platform;
using Showrunner.Platform.Mail;

namespace Showrunner.Reports.Sending;

/// <summary>An issue as a letter: the headline figures in its body, the files with it, or a link where they are too large.</summary>
public sealed class WriteLetter(Texts texts, PublicAddress address)
{
    /// <summary>Many servers refuse more.</summary>
    private const long MostBytes = 8_000_000;
    private const int MostFigures = 8;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public Letter Of(ReportIssue issue, IReadOnlyList<IssueFigure> figures, IReadOnlyList<IssueFile> files, ReportDelivery delivery)
    {
        var attached = files.Sum(f => f.Bytes) <= MostBytes;
        var link = address.Of($"/reports/issues/{issue.Id}");
        var shown = figures.Take(MostFigures).ToList();
        string?[] below = [attached || link is null ? null : Say("mail.tooLarge"), link is null ? null : Say("mail.link", link), issue.AsOf, Say("mail.why", issue.ScheduleName)];
        var text = new StringBuilder().AppendLine(issue.Title).AppendLine(issue.What).AppendLine();
        foreach (var figure in shown) text.AppendLine(Invariant, $"{figure.Label}: {figure.Shown}{(figure.Comparison.Length > 0 ? $"  {figure.Comparison}" : "")}");
        text.AppendLine();
        foreach (var line in below.OfType<string>()) text.AppendLine(line);

        var html = new StringBuilder($"<!doctype html><html lang=\"{issue.Language}\"><body style=\"font:15px/1.5 Calibri,Segoe UI,sans-serif;color:#1b2b34\">");
        html.Append(Invariant, $"<h1 style=\"font-size:20px;margin:0\">{Html(issue.Title)}</h1><p style=\"margin:4px 0 16px;color:#5b6b73\">{Html(issue.What)}</p><table style=\"border-collapse:collapse\">");
        foreach (var figure in shown)
            html.Append(Invariant, $"<tr><td style=\"padding:4px 24px 4px 0\">{Html(figure.Label)}</td><td style=\"padding:4px 24px 4px 0;text-align:right\"><strong>{Html(figure.Shown)}</strong></td><td style=\"padding:4px 0;color:#5b6b73\">{Html(figure.Comparison)}</td></tr>");
        html.Append("</table>");
        foreach (var line in below.OfType<string>())
            html.Append(link is not null && line == Say("mail.link", link) ? $"<p><a href=\"{Html(link)}\">{Html(Say("mail.open"))}</a></p>" : $"<p style=\"color:#5b6b73;font-size:13px\">{Html(line)}</p>");
        html.Append("</body></html>");
        return new Letter(delivery.Address, delivery.Name, shown.Count == 0 ? issue.Title : $"{issue.Title}: {shown[0].Label} {shown[0].Shown}", text.ToString(), html.ToString(), delivery.MessageId)
        {
            Enclosures = attached ? [.. files.Select(f => new Enclosure(f.FileName, f.ContentType, f.Read()))] : [],
        };

        string Say(string key, params IReadOnlyList<object?> arguments) => texts.Say(issue.Language, key, arguments);
    }

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
