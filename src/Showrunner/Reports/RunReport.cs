using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Reports.Headlines;
using Showrunner.Reports.Readings;
using Showrunner.Reports.Templates;

namespace Showrunner.Reports;

/// <summary>Makes a report and writes it, for the page, the API and the command line alike.</summary>
public sealed class RunReport(IEnumerable<Report> reports, FindLook look, AppDb db)
{
    /// <param name="Code">weekly</param>
    /// <param name="Market">Code of the market, e.g. VN.</param>
    /// <param name="From">First market day.</param>
    /// <param name="To">Last market day.</param>
    /// <param name="Formats">xlsx, pptx, docx, pdf, or several of them.</param>
    /// <param name="Language">en, id or de.</param>
    /// <param name="Compare">previous, year or none.</param>
    /// <param name="Subject">The creator, shop or category it is about: row number or name.</param>
    public sealed record Request(
        string Code, string Market, DateOnly From, DateOnly To, IReadOnlyList<string> Formats, string Language, string Compare = "previous", string? Subject = null);

    /// <summary>A file that was written.</summary>
    public sealed record Made(string FileName, string Format, string Path, long Bytes, TimeSpan Took);

    /// <summary>A file in memory, for an answer over the wire.</summary>
    public sealed record Loose(string FileName, string ContentType, byte[] Content);

    private static readonly Dictionary<string, (string ContentType, Action<Stream, ReportContent> Write)> Renderers = new()
    {
        [RenderWorkbook.Format] = (RenderWorkbook.ContentType, RenderWorkbook.Write),
        [RenderDeck.Format] = (RenderDeck.ContentType, RenderDeck.Write),
        [RenderDocument.Format] = (RenderDocument.ContentType, RenderDocument.Write),
        [RenderPdf.Format] = (RenderPdf.ContentType, RenderPdf.Write),
    };

    public static IReadOnlyList<string> KnownFormats { get; } = [RenderWorkbook.Format, RenderDeck.Format, RenderDocument.Format, RenderPdf.Format];

    /// <summary>Writes all formats beside the folder's other files and moves them into place together: nothing half-written stays.</summary>
    public async Task<IReadOnlyList<Made>> Handle(Request request, string folder, Actor actor, CancellationToken cancel)
    {
        Check(request);
        var content = await Whole(request, actor, cancel);
        Directory.CreateDirectory(folder);
        var made = new List<(Made Made, string Draft)>();
        try
        {
            foreach (var format in request.Formats.Distinct())
            {
                var start = System.Diagnostics.Stopwatch.GetTimestamp();
                var name = FileName(request, content, format);
                var draft = Path.Combine(folder, $".{name}.{Path.GetRandomFileName()}");
                made.Add((new Made(name, format, Path.Combine(folder, name), 0, default), draft));
                await using (var file = new FileStream(draft, FileMode.CreateNew)) Renderers[format].Write(file, content);
                made[^1] = (made[^1].Made with { Bytes = new FileInfo(draft).Length, Took = System.Diagnostics.Stopwatch.GetElapsedTime(start) }, draft);
                cancel.ThrowIfCancellationRequested();
            }
            foreach (var (file, draft) in made) File.Move(draft, file.Path, overwrite: true);
            return [.. made.Select(m => m.Made)];
        }
        finally
        {
            foreach (var (_, draft) in made) File.Delete(draft);
        }
    }

    /// <summary>One format in memory: whoever waits for it gets all of it or a refusal.</summary>
    public async Task<Loose> Handle(Request request, Actor actor, CancellationToken cancel)
    {
        Check(request);
        var content = await Whole(request, actor, cancel);
        return Write(request, content, request.Formats[0]);
    }

    /// <summary>Content that was made, as a file.</summary>
    internal static Loose Write(Request request, ReportContent content, string format)
    {
        using var buffer = new MemoryStream();
        var (contentType, write) = Renderers[format];
        write(buffer, content);
        return new Loose(FileName(request, content, format), contentType, buffer.ToArray());
    }

    /// <summary>Everything it says, with the sentences that people wrote and a code for every figure.</summary>
    public async Task<ReportContent> Whole(Request request, Actor actor, CancellationToken cancel)
    {
        var content = await Find(request.Code).Make(await Question(request, actor, cancel), cancel);
        return await KeepReadings.Handle(await PutHeadlines.Handle(request.Code, content, db, cancel), db, cancel) with { Look = await look.Handle(db, cancel) };
    }

    private Report Find(string code) => reports.FirstOrDefault(r => r.Code == code)
        ?? throw new Refused("report_unknown", code, string.Join(", ", reports.Select(r => r.Code)));

    private async Task<ReportQuestion> Question(Request request, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        if (request.To < request.From) throw new Refused("period_backwards", request.From, request.To);
        if (request.Compare is not ("previous" or "year" or "none")) throw new Refused("compare_unknown", request.Compare);
        if (!Texts.Languages.Contains(request.Language)) throw new Refused("language_unknown", request.Language);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        // A market that is not one's own is not there.
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        return new ReportQuestion(market, new DayRange(request.From, request.To), request.Compare, request.Language) { Subject = await Find(request.Code).Find(request.Subject, market, actor, db, cancel) };
    }

    private static void Check(Request request)
    {
        var unknown = request.Formats.FirstOrDefault(f => !Renderers.ContainsKey(f));
        if (unknown is not null || request.Formats.Count == 0) throw new Refused("report_format_unknown", unknown ?? "", string.Join(", ", KnownFormats));
    }

    private static string FileName(Request request, ReportContent content, string format) => string.Create(CultureInfo.InvariantCulture,
        $"{request.Code}_{request.Market}{Named(content.Question.Subject)}_{request.From:yyyy-MM-dd}_{request.To:yyyy-MM-dd}_{request.Language}.{format}");

    /// <summary>A name that any file system takes.</summary>
    private static string Named(ReportSubject? subject) =>
        subject is null ? "" : "_" + string.Concat(subject.Name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_')).Trim('.') is { Length: > 1 } name ? name : "_" + subject!.Id;
}
