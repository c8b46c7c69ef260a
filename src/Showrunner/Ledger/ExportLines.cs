using Showrunner.Insights;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Web;

namespace Showrunner.Ledger;

/// <summary>All order lines of a filter as a workbook or CSV, in whole currency units and market time.</summary>
public static class ExportLines
{
    public static async Task<IResult> Handle(ShowLines.Request request, string? format, BoardDesk desk, LedgerColumns columns, Say say, CancellationToken cancel)
    {
        var open = await desk.Open(request.Market, cancel);
        var (where, parameters) = request.Filter.Where(open.Id);
        var name = $"order-lines-{open.Market.Code}-{request.From:yyyyMMdd}-{request.To:yyyyMMdd}";
        return TableFile.Answer(new Table(Headings(say, open.Market), Rows(columns, where, parameters, request.Sort, open.Rules, say, cancel)), name, say["menu.lines"], format, open.AsOf);
    }

    private static List<Office.Column> Headings(Say say, Market market)
    {
        var money = CellFormat.Money(market.Currency, market.DisplayDecimals);
        return
        [
            new(say["lines.day"], CellFormat.Date), new(say["lines.at"], CellFormat.DateTime), new(say["lines.order"], CellFormat.Text), new(say["lines.sku"], CellFormat.Text),
            new(say["dimension.creator"], CellFormat.Text), new(say["dimension.product"], CellFormat.Text), new(say["dimension.shop"], CellFormat.Text),
            new(say["dimension.channel"], CellFormat.Text), new(say["dimension.status"], CellFormat.Text), new(say["dimension.content"], CellFormat.Text), new(say["dimension.campaign"], CellFormat.Text),
            new(say["metric.items"], CellFormat.Integer), new(say["lines.returned"], CellFormat.Integer), new(say["lines.price"], money),
            new(say["metric.gmv"], money), new(say["metric.refunds"], money), new(say["metric.est_earnings"], money), new(say["metric.settled_earnings"], money), new(say["lines.settledAt"], CellFormat.DateTime),
        ];
    }

    private static IEnumerable<IReadOnlyList<object?>> Rows(LedgerColumns columns, string where, IReadOnlyList<string> parameters, string? sort, MarketRules rules, Say say, CancellationToken cancel)
    {
        using var connection = columns.Connect();
        using var stop = cancel.Register(connection.Interrupt);
        using var statement = connection.Prepare(LineSql.All(where, sort));
        for (var i = 0; i < parameters.Count; i++) statement.Bind(i + 1, parameters[i]);
        using var rows = statement.Query();
        var values = new object?[rows.Columns.Count];
        while (rows.Read())
        {
            for (var i = 0; i < values.Length; i++) values[i] = rows.GetValue(i) switch { int small => (long)small, var value => value };
            var line = LineSql.Line(values);
            yield return
            [
                line.Day, Local(line.OrderedAt), line.OrderNo, line.SkuNo, line.Creator, line.Product, line.Shop, say["channel." + line.Channel], say["status." + line.Status], line.ContentNo, line.Campaign,
                line.Quantity, line.Returned, Major(line.PriceMinor), Major(line.GmvMinor), Major(line.RefundMinor), Major(line.EstEarningsMinor), Major(line.SettledEarningsMinor), Local(line.SettledAt),
            ];
        }

        decimal? Major(long? minor) => minor is { } m ? (decimal)m / rules.MinorPerMajor : null;
        DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, rules.Zone) : null;
    }
}
