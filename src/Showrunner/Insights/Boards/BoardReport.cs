using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights.Explore;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>Any board as a report: a part for each tile, so that a person composes one of explorer answers, notes and other boards.</summary>
public sealed class BoardReport(OpenMarkets markets, AppDb db, Texts texts, TimeProvider clock) : Report
{
    public const string Word = "board";

    public override string Code => Word;
    public override string TitleKey => "report.board";
    public override string? About => "board";
    public override bool NeedsSubject => true;

    public override async Task<ReportSubject?> Find(string? wanted, Market market, Actor actor, AppDb db, CancellationToken cancel)
    {
        actor.Needs(BoardDesk.See);
        wanted = wanted?.Trim();
        if (string.IsNullOrEmpty(wanted)) throw new Refused("report_subject_missing.board");
        var number = long.TryParse(wanted, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var typed) ? typed : 0;
        var say = Say.In(texts, actor.Language);
        if (ProductBoards.All.FirstOrDefault(b => b.Code == wanted || -b.Number == number || say[b.NameKey] == wanted) is { } product) return Subject(product, say);
        var saved = await ListBoards.Visible(db, actor).AsNoTracking().Where(b => b.MarketId == market.Id && (b.Id == number || b.Name == wanted)).OrderBy(b => b.Id == number ? 0 : 1).ThenBy(b => b.Id).FirstOrDefaultAsync(cancel);
        return saved is null ? throw new Refused("report_subject_unknown", wanted) : new ReportSubject(Word, saved.Id, saved.Name);
    }

    public override async Task<IReadOnlyList<ReportSubject>> Choices(Market market, Actor actor, AppDb db, string language, CancellationToken cancel)
    {
        if (!actor.May(BoardDesk.See)) return [];
        var saved = await ListBoards.Visible(db, actor).AsNoTracking().Where(b => b.MarketId == market.Id).Select(b => new { b.Id, b.Name }).ToListAsync(cancel);
        var say = Say.In(texts, language);
        return [.. saved.OrderBy(b => b.Name, StringComparer.CurrentCultureIgnoreCase).Select(b => new ReportSubject(Word, b.Id, b.Name)), .. ProductBoards.All.Select(b => Subject(b, say))];
    }

    public override async Task<ReportContent> Make(ReportQuestion question, CancellationToken cancel)
    {
        var words = new ReportWords(texts, question.Market, question.Language);
        var say = Say.In(texts, question.Language);
        var product = question.Subject!.Id < 0 ? ProductBoards.All.Single(b => b.Number == -question.Subject.Id) : null;
        var standing = product?.Standing(say) ?? await ShowBoard.Standing(question.Subject.Id, db, cancel);
        var name = product is null ? question.Subject.Name : say[product.NameKey];
        var open = await markets.Of(question.Market, cancel);
        var shown = await AskTiles.Handle(standing, question.Range, question.Compare, open, db, clock, cancel);
        if (shown.All(s => s.Answer is null or { IsEmpty: true } && s.Tile.Text is null)) throw new Refused("report_empty", name, question.Range.From, question.Range.To);
        var tell = new TellTile(question, words, new ExploreWords(say, words.Formats));
        var sections = shown.SelectMany(tell.Sections).ToList();
        var codes = shown.Where(s => s.Answer is not null).SelectMany(s => s.Answer!.Table.Metrics).Select(m => m.Code).Distinct().ToList();
        if (codes.Count > 0) sections.Add(new Section(words.Say("report.sheet.terms"), words.Say("report.terms")) { Code = "terms", Terms = [.. codes.Select(words.Define)] });
        // The board's name is the report's.
        var whole = Content(name, question with { Subject = null }, words, shown.Any(s => s.Answer is { Compares: true }), open.AsOf, open.Change, sections);
        return whole with { Question = question with { Subject = question.Subject with { Name = name } } };
    }

    private static ReportSubject Subject(ProductBoard board, Say say) => new(Word, -board.Number, say[board.NameKey]);
}
