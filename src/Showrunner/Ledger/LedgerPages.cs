using Showrunner.Accounts;
using Showrunner.Creators.Past;
using Showrunner.Insights;
using Showrunner.Ledger.Columns;
using Showrunner.Web;

namespace Showrunner.Ledger;

/// <summary>The rows behind the figures: lines, videos and LIVEs, totals, and their files.</summary>
public static class LedgerPages
{
    public static IServiceCollection AddLedgerPages(this IServiceCollection services) => services.AddScoped<ITimelineSource, LedgerTimeline>().AddMenu(
        new MenuEntry("watch", "menu.lines", "/lines", "columns", 60, BoardDesk.See),
        new MenuEntry("watch", "menu.contents", "/contents", "play", 70, BoardDesk.See));

    public static WebApplication MapLedgerPages(this WebApplication app)
    {
        app.MapGet("/lines/export", ([AsParameters] ShowLines.Request request, string? format, BoardDesk desk, LedgerColumns columns, Say say, CancellationToken cancel) => ExportLines.Handle(request, format, desk, columns, say, cancel));
        var api = app.MapGroup("/api").RequireActor();
        api.MapGet("/lines", ([AsParameters] ShowLines.Request request, BoardDesk desk, CancellationToken cancel) => ShowLines.Handle(request, desk, cancel));
        api.MapGet("/lines/order", ([AsParameters] ShowOrder.Request request, Data.AppDb db, BoardDesk desk, CancellationToken cancel) => ShowOrder.Handle(request, db, desk, cancel));
        api.MapGet("/contents", ([AsParameters] ShowContents.Request request, BoardDesk desk, CancellationToken cancel) => ShowContents.Handle(request, desk, cancel));
        api.MapGet("/totals", ([AsParameters] ShowTotals.Request request, BoardDesk desk, CancellationToken cancel) => ShowTotals.Handle(request, desk, cancel));
        return app;
    }
}
