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

    /// <summary>A headline figure as it is written on its card.</summary>
    private sealed record Line(string Label, string Shown, string Comparison);

    public Letter Of(ReportIssue issue, IReadOnlyList<IssueFigure> figures, IReadOnlyList<IssueFile> files, ReportDelivery delivery) =>
        Write(issue, figures, files, delivery.Address, delivery.Name, delivery.MessageId, Say(issue.Language, "mail.why", issue.ScheduleName));

    /// <summary>The same for a person who sends it himself, to whom he likes.</summary>
    public Letter Draft(ReportIssue issue, IReadOnlyList<IssueFigure> figures, IReadOnlyList<IssueFile> files) => Write(issue, figures, files, "", "", Delivery.NewMessageId(), null);

    /// <summary>A report that is no issue: what the page shows now.</summary>
    public Letter Draft(ReportContent content, string language, IReadOnlyList<Enclosure> files) =>
        Write(language, content.Title, content.What, content.AsOf, [.. content.Figures.Select(f => new Line(f.Label, f.Shown, f.Comparison ?? ""))], files, null, null, "", "", Delivery.NewMessageId());

    private Letter Write(ReportIssue issue, IReadOnlyList<IssueFigure> figures, IReadOnlyList<IssueFile> files, string to, string name, string messageId, string? why)
    {
        IReadOnlyList<Enclosure> attached = files.Sum(f => f.Bytes) <= MostBytes ? [.. files.Select(f => new Enclosure(f.FileName, f.ContentType, f.Read()))] : [];
        return Write(issue.Language, issue.Title, issue.What, issue.AsOf, [.. figures.Select(f => new Line(f.Label, f.Shown, f.Comparison))], attached, address.Of($"/reports/issues/{issue.Id}"), why, to, name, messageId, isTooLarge: attached.Count < files.Count);
    }

    private Letter Write(string language, string title, string what, string asOf, IReadOnlyList<Line> figures, IReadOnlyList<Enclosure> files, string? link, string? why, string to, string name, string messageId, bool isTooLarge = false)
    {
        var shown = figures.Take(MostFigures).ToList();
        string?[] below = [isTooLarge && link is not null ? Say(language, "mail.tooLarge") : null, link is null ? null : Say(language, "mail.link", link), asOf, why];
        var text = new StringBuilder().AppendLine(title).AppendLine(what).AppendLine();
        foreach (var figure in shown) text.AppendLine(Invariant, $"{figure.Label}: {figure.Shown}{(figure.Comparison.Length > 0 ? $"  {figure.Comparison}" : "")}");
        text.AppendLine();
        foreach (var line in below.OfType<string>()) text.AppendLine(line);

        var html = new StringBuilder($"<!doctype html><html lang=\"{language}\"><body style=\"font:15px/1.5 Calibri,Segoe UI,sans-serif;color:#1b2b34\">");
        html.Append(Invariant, $"<h1 style=\"font-size:20px;margin:0\">{Html(title)}</h1><p style=\"margin:4px 0 16px;color:#5b6b73\">{Html(what)}</p><table style=\"border-collapse:collapse\">");
        foreach (var figure in shown)
            html.Append(Invariant, $"<tr><td style=\"padding:4px 24px 4px 0\">{Html(figure.Label)}</td><td style=\"padding:4px 24px 4px 0;text-align:right\"><strong>{Html(figure.Shown)}</strong></td><td style=\"padding:4px 0;color:#5b6b73\">{Html(figure.Comparison)}</td></tr>");
        html.Append("</table>");
        foreach (var line in below.OfType<string>())
            html.Append(link is not null && line == Say(language, "mail.link", link) ? $"<p><a href=\"{Html(link)}\">{Html(Say(language, "mail.open"))}</a></p>" : $"<p style=\"color:#5b6b73;font-size:13px\">{Html(line)}</p>");
        html.Append("</body></html>");
        return new Letter(to, name, shown.Count == 0 ? title : $"{title}: {shown[0].Label} {shown[0].Shown}", text.ToString(), html.ToString(), messageId) { Enclosures = files };
    }

    private string Say(string language, string key, params IReadOnlyList<object?> arguments) => texts.Say(language, key, arguments);

    private static string Html(string text) => WebUtility.HtmlEncode(text);
}
