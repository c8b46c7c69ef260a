using Showrunner.Office;
using Showrunner.Web;

namespace Showrunner.Insights;

/// <summary>A whole list for a period as a workbook or CSV.</summary>
public static class ExportRanking
{
    private const int Most = 100_000;

    /// <param name="request">The list's own question; all of its pages are written.</param>
    /// <param name="open">The market.</param>
    /// <param name="title">Text key of the list's name.</param>
    /// <param name="format">csv or xlsx.</param>
    /// <param name="say">Headings in the reader's language.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<IResult> Handle(RankGroups.Request request, OpenMarket open, string title, string? format, Say say, CancellationToken cancel)
    {
        var ranking = await RankGroups.Handle(request with { After = 0, Take = Most }, open, cancel);
        var money = CellFormat.Money(open.Market.Currency, open.Market.DisplayDecimals);
        Office.Column[] columns =
        [
            new(say["dimension." + request.By], CellFormat.Text), new(say["metric.gmv"], money) { Bar = true }, new(say["insights.before"], money), new(say["insights.share"], CellFormat.Percent()),
            new(say["metric.orders"], CellFormat.Integer), new(say["metric.items"], CellFormat.Integer), new(say["metric.refund_rate"], CellFormat.Percent()), new(say["metric.est_earnings"], money),
        ];
        var rows = ranking.Rows.Select(r => (IReadOnlyList<object?>)[r.Name, Major(r.Gmv), Major(r.GmvBefore), r.Share, r.Orders, r.Items, r.RefundRate, Major(r.EstEarnings)]);
        return TableFile.Answer(new Table(columns, rows), $"{request.By}s-{open.Market.Code}-{request.Range.From:yyyyMMdd}-{request.Range.To:yyyyMMdd}", say[title], format, open.AsOf);

        decimal? Major(decimal? minor) => minor / open.Rules.MinorPerMajor;
    }
}
