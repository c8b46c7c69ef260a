using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Metrics;
using Showrunner.Platform;
using Showrunner.Reports.Readings;
using Showrunner.Reports.Templates;

namespace Showrunner.Reports.Told;

/// <summary>
/// The scorecards of the creators who sold most, in one file: a page each as PDF, a slide each as PowerPoint, a row each as Excel.
/// Creators are asked for and written some at a time.
/// </summary>
public sealed class WriteBook(RunMetricQuery run, FindLook look, AppDb db, Texts texts, TimeProvider clock)
{
    public const int Most = 1000;
    public static readonly IReadOnlyList<string> Formats = [RenderPdf.Format, RenderDeck.Format, RenderWorkbook.Format];
    public static readonly IReadOnlyList<int> Sizes = [25, 100, 250, 500, Most];

    /// <summary>What fits on a page.</summary>
    private static readonly IReadOnlyList<Part> Parts =
    [
        new Cards("sales", "report.sheet.summary", "report.sales", "gmv", "orders", "items", "aov", "refund_rate", "est_earnings", "videos", "video_views", "lives"),
        new Course("trend", "report.sheet.trend", "gmv"),
        new Ranking("products", "dimension.product.many", "product", "gmv", "orders", "items", "refund_rate") { Most = 5 },
    ];

    /// <param name="Market">Code of the market.</param>
    /// <param name="From">First market day.</param>
    /// <param name="To">Last market day.</param>
    /// <param name="Format">pdf, pptx or xlsx.</param>
    /// <param name="Language">en, id or de.</param>
    /// <param name="Creators">How many, those with the most GMV first; 1 to 1,000.</param>
    /// <param name="Compare">previous, year or none.</param>
    public sealed record Request(string Market, DateOnly From, DateOnly To, string Format, string Language, int Creators, string Compare = "previous");

    /// <param name="FileName">What the file is called.</param>
    /// <param name="ContentType">Its kind.</param>
    /// <param name="Creators">How many are in it.</param>
    public sealed record Response(string FileName, string ContentType, int Creators);

    /// <summary>Writes the book; what stands in the stream after a refusal is no file.</summary>
    public async Task<Response> Handle(Request request, Stream output, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ReportsRoom.Make);
        if (!Formats.Contains(request.Format)) throw new Refused("report_format_unknown", request.Format, string.Join(", ", Formats));
        if (request.Creators is < 1 or > Most) throw new Refused("book_size", Most);
        if (request.To < request.From) throw new Refused("period_backwards", request.From, request.To);
        if (request.Compare is not ("previous" or "year" or "none")) throw new Refused("compare_unknown", request.Compare);
        if (!Texts.Languages.Contains(request.Language)) throw new Refused("language_unknown", request.Language);
        var market = await db.Markets.AsNoTracking().FirstOrDefaultAsync(m => m.Code == request.Market, cancel);
        if (market is null || !actor.SeesMarket(market.Id)) throw new Refused("market_unknown", request.Market);
        var question = new ReportQuestion(market, new DayRange(request.From, request.To), request.Compare, request.Language);
        var leaders = await run.Handle(new MetricQuery(market.Rules, ["gmv"], question.Range) { By = ["creator"], Sort = "-gmv", Top = request.Creators + 1 }, cancel);
        List<ReportSubject> subjects = [.. leaders.Rows.Where(r => r.Keys[0] != "0" && r.Values[0] is > 0).Take(request.Creators)
            .Select(r => new ReportSubject("creator", long.Parse(r.Keys[0], CultureInfo.InvariantCulture), "@" + r.Labels[0]))];
        if (subjects.Count == 0) throw new Refused("report_empty", market.Name(request.Language), request.From, request.To);

        var words = new ReportWords(texts, market, request.Language);
        var made = clock.GetUtcNow();
        var frame = Report.Content(words.Say("report.book"), question, words, question.Compare != "none", made, leaders.Freshness,
            [new Section(words.Say("report.sheet.terms"), words.Say("report.terms")) { Code = "terms", Terms = [.. Parts.SelectMany(p => p.Metrics).Distinct().Select(words.Define)] }]) with
        { Look = await look.Handle(db, cancel) };
        using BookWriter writer = request.Format switch
        {
            RenderDeck.Format => new BookOfSlides(output, frame, subjects),
            RenderWorkbook.Format => new BookOfRows(output, frame),
            _ => new BookOfPages(output, frame, subjects),
        };
        await foreach (var told in new TellEach(run, texts).Handle(question, Parts, subjects, leaders.Freshness, cancel))
        {
            var content = frame with { Sections = told.Sections, Question = question with { Subject = told.Subject } };
            writer.Add(told.Subject, request.Format == RenderWorkbook.Format ? content : await KeepReadings.Handle(content, db, cancel));
            db.ChangeTracker.Clear();
        }
        writer.Finish();
        return new Response(string.Create(CultureInfo.InvariantCulture, $"scorecards_{market.Code}_{subjects.Count}_{request.From:yyyy-MM-dd}_{request.To:yyyy-MM-dd}_{request.Language}.{request.Format}"),
            request.Format switch { RenderDeck.Format => RenderDeck.ContentType, RenderWorkbook.Format => RenderWorkbook.ContentType, _ => RenderPdf.ContentType }, subjects.Count);
    }
}
