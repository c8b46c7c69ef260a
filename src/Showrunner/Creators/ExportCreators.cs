using Showrunner.Creators.Contacts;
using Showrunner.Creators.Listing;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Creators;

/// <summary>Everyone whom the directory shows, in the columns it shows, as a workbook or CSV in whole currency units and market time.</summary>
public static class ExportCreators
{
    private const int RowsAtOnce = 500;

    public static async Task<IResult> Handle(ListCreators.Request request, CreatorFilter filter, string? show, string? hide, string? format, DirectoryDesk desk, LedgerColumns columns, AppDb db, Actor actor, Viewer viewer, Formats formats, Say say, CancellationToken cancel)
    {
        var question = await desk.Ask(request.Market, filter, request.Range, request.Compare, cancel);
        var rows = Read(question, request.Order, columns, cancel);
        if (filter.One(CreatorFilter.Keyword) is not null && !rows.Any()) rows = Read(desk.Tolerant(question, filter), request.Order, columns, cancel);
        var open = question.Open;
        var (shown, hidden) = ((show ?? "").Split(','), (hide ?? "").Split(','));
        var cells = DirectoryColumns.All(viewer, [], say, open.AsOf).Where((c, at) => at == 0 || (c.Extra ? shown.Contains(c.Header) : !hidden.Contains(c.Header)))
            .Select(c => (Column: new Office.Column(say[c.Header], FormatOf(c.Header, open.Market)) { Bar = c.Header == "metric.gmv" }, Value: ValueOf(c.Header, open.Rules, formats, say))).ToList();
        // Who may not see contacts gets a file without them, and nobody the contacts of those who withdrew their consent.
        IReadOnlyList<string> channels = actor.May(CreatorsRoom.Contacts) ? ContactChannel.All : [];
        var told = rows.Chunk(RowsAtOnce).SelectMany(some => Cells(some, channels.Count > 0 ? ContactCells.Of([.. some.Select(r => r.Id)], db) : null));
        return TableFile.Answer(new Table([.. cells.Select(c => c.Column), .. channels.Select(c => new Office.Column(say["contact.channel." + c], CellFormat.Text))], told),
            $"creators-{open.Market.Code}-{request.From:yyyyMMdd}-{request.To:yyyyMMdd}", say["menu.directory"], format, open.AsOf);

        IEnumerable<IReadOnlyList<object?>> Cells(DirectoryRow[] some, ILookup<(long, string), string>? contacts) =>
            some.Select(row => (IReadOnlyList<object?>)[.. cells.Select(c => c.Value(row)), .. channels.Select(c => string.Join("; ", contacts![(row.Id, c)]))]);
    }

    private static IEnumerable<DirectoryRow> Read(DirectoryQuestion question, string sort, LedgerColumns columns, CancellationToken cancel)
    {
        using var connection = columns.Connect();
        using var stop = cancel.Register(connection.Interrupt);
        using var statement = connection.Prepare(DirectorySql.Whole(question.Sales, question.Where, sort, question.Owners));
        for (var i = 0; i < question.Parameters.Count; i++) statement.Bind(i + 1, question.Parameters[i]);
        using var rows = statement.Query();
        var values = new object?[rows.Columns.Count];
        while (rows.Read())
        {
            for (var i = 0; i < values.Length; i++) values[i] = rows.GetValue(i) switch { int small => (long)small, var value => value };
            yield return DirectoryRow.Of(values, question);
        }
    }

    private static CreatorMeasure? MeasureOf(string header) => CreatorMeasure.All.FirstOrDefault(m => header == "creators.m." + m.Code);

    private static CellFormat FormatOf(string header, Market market) => header switch
    {
        "metric.gmv" or "metric.est_earnings" => Money(market),
        "metric.items" or "creators.followers" => CellFormat.Integer,
        "insights.change" => CellFormat.Change(),
        "insights.share" or "metric.refund_rate" => CellFormat.Percent(),
        "creators.stageSince" or "creators.contacted" => CellFormat.DateTime,
        _ => MeasureOf(header)?.Unit switch { MeasureUnit.Money => Money(market), MeasureUnit.Rate => CellFormat.Percent(), MeasureUnit.Count => CellFormat.Integer, _ => CellFormat.Text },
    };

    private static CellFormat Money(Market market) => CellFormat.Money(market.Currency, market.DisplayDecimals);

    private static Func<DirectoryRow, object?> ValueOf(string header, MarketRules rules, Formats formats, Say say)
    {
        return header switch
        {
            "dimension.creator" => row => row.Handle,
            "creators.name" => row => row.Name,
            "metric.gmv" => row => Major(row.Gmv),
            "insights.change" => row => row.Growth,
            "metric.items" => row => row.Units,
            "insights.share" => row => row.Share,
            "metric.refund_rate" => row => row.RefundRate,
            "metric.est_earnings" => row => Major(row.EstEarnings),
            "creators.followers" => row => row.Followers,
            "dimension.category" => row => row.Category,
            "creators.level" => row => row.Level,
            "creators.language" => row => DirectoryColumns.LanguageName(say, row.Language),
            "creators.region" => row => row.Region,
            "creators.agency" => row => row.Agency,
            "creators.stage" => row => row.Stage.Length == 0 ? null : say["creators.stage." + row.Stage],
            "creators.stageSince" => row => Local(row.StageSince),
            "creators.owner" => row => row.Owner,
            "creators.tags" => row => string.Join(", ", row.Tags),
            "creators.lists" => row => string.Join(", ", row.Lists),
            "creators.contacted" => row => Local(row.LastContactedAt),
            "creators.bio" => row => row.Bio,
            _ when MeasureOf(header) is { } measure => row => Measured(DirectoryColumns.ValueOf(row, measure), measure.Unit),
            _ => throw new InvalidOperationException($"The file has no value for the column {header}."),
        };

        decimal? Major(long? minor) => minor is { } m ? (decimal)m / rules.MinorPerMajor : null;
        DateTimeOffset? Local(DateTimeOffset? at) => at is { } instant ? TimeZoneInfo.ConvertTime(instant, rules.Zone) : null;

        // What is not one number is said in words, as on the page.
        object? Measured(Ledger.Figure? figure, MeasureUnit unit) => figure switch
        {
            null => null,
            { State: Known.NotShared } => formats.NotShared,
            { State: Known.Range } range => MeasureValue.Text(range, unit, formats),
            { } exact => unit switch { MeasureUnit.Money => Major(exact.Low), MeasureUnit.Rate => exact.Low / 1e6, _ => exact.Low },
        };
    }
}
