using Showrunner.Data;
using Showrunner.Insights;
using Showrunner.Markets;
using Showrunner.Office;
using Showrunner.Web;
using Microsoft.EntityFrameworkCore;

namespace Showrunner.Matching;

/// <summary>GET /matching/plan/export: the plan as a workbook or CSV.</summary>
public static class ExportPlan
{
    public static async Task<IResult> Handle(PlanOffers.Request request, string? format, PlanOffers plan, AppDb db, Say say, CancellationToken cancel)
    {
        var made = await plan.Handle(request, cancel);
        var market = await db.Markets.AsNoTracking().SingleAsync(m => m.Code == made.Market, cancel);
        var money = CellFormat.Money(market.Currency, market.DisplayDecimals);
        Office.Column[] columns =
        [
            new(say["dimension.creator"], CellFormat.Text), new(say["dimension.product"], CellFormat.Text), new(say["dimension.shop"], CellFormat.Text), new(say["match.value"], money) { Bar = true }, new(say["match.accept"], CellFormat.Percent()),
            new(say["match.post"], CellFormat.Percent()), new(say["match.gmv"], money), new(say["match.expected"], money), new(say["match.sample"], money), new(say["match.plan.commission"], money), new(say["match.plan.connected"], CellFormat.Text), new(say["match.plan.new"], CellFormat.Text),
        ];
        var rows = made.Offers.Select(o => (IReadOnlyList<object?>)["@" + o.Creator.Handle, o.Product.Name, o.Product.Shop, Major(o.ValueMinor), o.Accept, o.Post, Major(o.GmvMinor), Major(o.ExpectedMinor), Major(o.SampleMinor), Major(o.CommissionMinor), Yes(o.IsConnected), Yes(o.IsNew)]);
        return TableFile.Answer(new Table(columns, rows), $"plan-{made.Market}-{made.Last:yyyyMMdd}", say["match.plan"], format, made.AsOf);

        decimal Major(long minor) => (decimal)minor / market.Rules.MinorPerMajor;
        string Yes(bool yes) => yes ? say["match.plan.yes"] : "";
    }
}
