using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Web;

namespace Showrunner.Matching.Planning;

/// <summary>GET /matching/plan/export: the plan as a workbook or CSV.</summary>
public static class ExportPlan
{
    /// <summary>An offer as a row.</summary>
    internal sealed record Row(string Handle, string Product, string Shop, long ValueMinor, double Accept, double Post, long GmvMinor, long ExpectedMinor, long SampleMinor, long CommissionMinor, int Collaboration, bool IsConnected, bool IsNew, DateOnly? AcceptedDay = null, string? Person = null);

    public static async Task<IResult> Handle(PlanOffers.Request request, string? format, PlanOffers plan, AppDb db, Say say, CancellationToken cancel)
    {
        var made = await plan.Handle(request, cancel);
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Code == made.Market, cancel);
        return File(market, [.. made.Offers.Select(o => new Row(o.Creator.Handle, o.Product.Name, o.Product.Shop, o.ValueMinor, o.Accept, o.Post, o.GmvMinor, o.ExpectedMinor, o.SampleMinor, o.CommissionMinor, o.Collaboration, o.IsConnected, o.IsNew))], FormattableString.Invariant($"plan-{made.Market}-{made.Last:yyyyMMdd}"), say["match.plan"], format, made.AsOf, say);
    }

    internal static IResult File(Market market, IReadOnlyList<Row> offers, string name, string title, string? format, DateTimeOffset asOf, Say say)
    {
        var money = CellFormat.Money(market.Currency, market.DisplayDecimals);
        var accepted = offers.Any(o => o.AcceptedDay is not null);
        Office.Column[] columns =
        [
            new(say["dimension.creator"], CellFormat.Text), new(say["dimension.product"], CellFormat.Text), new(say["dimension.shop"], CellFormat.Text), new(say["match.value"], money) { Bar = true }, new(say["match.accept"], CellFormat.Percent()),
            new(say["match.post"], CellFormat.Percent()), new(say["match.gmv"], money), new(say["match.expected"], money), new(say["match.sample"], money), new(say["match.plan.commission"], money), new(say["match.collaboration"], CellFormat.Integer), new(say["match.plan.connected"], CellFormat.Text), new(say["match.plan.new"], CellFormat.Text),
            .. accepted ? new Office.Column[] { new(say["match.accepted"], CellFormat.Date), new(say["match.person"], CellFormat.Text) } : [],
        ];
        var rows = offers.Select(o => (IReadOnlyList<object?>)["@" + o.Handle, o.Product, o.Shop, Major(o.ValueMinor), o.Accept, o.Post, Major(o.GmvMinor), Major(o.ExpectedMinor), Major(o.SampleMinor), Major(o.CommissionMinor), o.Collaboration, Yes(o.IsConnected), Yes(o.IsNew), .. accepted ? new object?[] { o.AcceptedDay, o.Person } : []]);
        return TableFile.Answer(new Table(columns, rows), name, title, format, asOf);

        decimal Major(long minor) => (decimal)minor / market.Rules.MinorPerMajor;
        string Yes(bool yes) => yes ? say["match.plan.yes"] : "";
    }
}
