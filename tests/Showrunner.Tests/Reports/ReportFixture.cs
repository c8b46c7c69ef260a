using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Ledger;
using Showrunner.Tests.Ledger;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Tests.Accounts;
using Showrunner.Tests.Demo;

namespace Showrunner.Tests.Reports;

/// <summary>A small demo market for the reports, and totals without days for Vietnam; loaded once on each database, only read.</summary>
public sealed class ReportFixture : IAsyncLifetime
{
    public static readonly DayRange Week = new(new DateOnly(2026, 11, 8), new DateOnly(2026, 11, 14));
    public static readonly DayRange April = new(new DateOnly(2026, 4, 1), new DateOnly(2026, 4, 30));
    private readonly Dictionary<string, TestApp> _apps = [];

    public TestApp On(string database) => _apps[database];

    public async ValueTask InitializeAsync()
    {
        foreach (var database in new[] { "sqlite", "postgres" })
        {
            var app = _apps[database] = await TestApp.Start(database, new TestClock());
            await DemoFixture.Load(app, new DemoSize("test", 120, 9_000, 60));
            await LoadTotals(app, April, 700_000_000, 50_000_000);
            await LoadTotals(app, April.Previous, 500_000_000, 90_000_000);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values) await app.DisposeAsync();
    }

    internal static RunReport.Request Ask(string market, DayRange range, string language = "en", params string[] formats) =>
        new("weekly", market, range.From, range.To, formats.Length == 0 ? ["xlsx", "pptx"] : formats, language);

    internal static async Task<T> Run<T>(TestApp app, Func<RunReport, Task<T>> run)
    {
        using var scope = app.Services.CreateScope();
        return await run(scope.ServiceProvider.GetRequiredService<RunReport>());
    }

    internal static async Task<ReportContent> Content(TestApp app, string market, DayRange range, string language = "en", string compare = "previous")
    {
        using var scope = app.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var question = new ReportQuestion(await db.Markets.SingleAsync(m => m.Code == market), range, compare, language);
        return await scope.ServiceProvider.GetServices<Report>().Single(r => r.Code == "weekly").Make(question, default);
    }

    private static Task LoadTotals(TestApp app, DayRange range, long lina, long budi) => LoadFactsTests.Load(app, 900 + range.From.Month, stage =>
    {
        foreach (var (handle, gmv) in new[] { ("lina", lina), ("budi", budi) })
        {
            var draft = new PeriodTotalDraft { CreatorHandle = handle, From = range.From, To = range.To };
            draft.Totals["gmv"] = Figure.Exact(gmv);
            draft.Totals["gmv_live"] = Figure.Exact(gmv / 2);
            draft.Totals["gmv_video"] = Figure.Exact(gmv / 5);
            draft.Totals["orders"] = Figure.Exact(gmv / 100_000);
            stage.Add(draft);
        }
    });
}
