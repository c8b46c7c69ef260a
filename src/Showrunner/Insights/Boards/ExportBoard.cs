using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Insights.Explore;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Insights.Boards;

/// <summary>GET /boards/{key}/export: a sheet for each tile, a slide or a part of a document for each.</summary>
public static class ExportBoard
{
    public static async Task<IResult> Handle(string key, string? format, Viewer viewer, BoardDesk desk, AppDb db, CurrentActor current, Say say, Texts texts, TimeProvider clock, CancellationToken cancel)
    {
        ExportExploration.Check(format);
        var board = await ShowBoard.Handle(new(key, viewer.Asked("market") ?? viewer.Market?.Code, viewer.Range, viewer.Compare), desk, db, current, say, clock, cancel);
        var market = board.Open.Market;
        // The board's market, not the one last looked at, says how money is written.
        var words = new ExploreWords(say, new Formats(texts, viewer.Language, viewer.Markets.First(m => m.Code == market.Code), viewer.TimeZone));
        var file = new ExploredFile(market, viewer.Language, texts, words);
        var answers = board.Tiles.Select(t => (t.Name, t.Answer, t.Refusal is null ? null : words.Refusal(t.Refusal))).ToList();
        return ExportExploration.Answer(format!, $"board-{market.Code}-{key}-{viewer.Range.From:yyyyMMdd}-{viewer.Range.To:yyyyMMdd}", to =>
        {
            if (format == "pptx") file.Deck(to, board.Name, viewer.Range, board.Open, answers);
            else if (ExportExploration.OnPages(format!) is { } write) write(to, file.Document(board.Name, viewer.Range, board.Open, answers));
            else file.Workbook(to, board.Name, board.Open, answers);
        });
    }
}
