using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Campaigns;

/// <summary>The forms of campaigns. Each calls the slice that the API calls.</summary>
internal static class CampaignForms
{
    public static void Map(WebApplication app) => app.MapPost("/campaigns/{id:long}", Name).WithOrder(-1);

    private static Task<IResult> Name(long id, IFormCollection form, HttpContext context, AppDb db, Actor actor, LedgerColumns columns, TimeProvider clock, CancellationToken cancel) =>
        TypedForm.Answer(context, form, async () =>
        {
            await NameCampaign.Handle(id, new(form["name"]), db, actor, columns, clock, cancel);
            new Notice("notice.saved").Leave(context);
            return context.Request.Path + context.Request.QueryString;
        });
}
