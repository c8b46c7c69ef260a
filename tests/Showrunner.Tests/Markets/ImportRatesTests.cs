using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;
using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Tests.Markets;

public class ImportRatesTests
{
    private static readonly string[] Lines = ["day,from,to,rate", "2026-11-01,usd,IDR,15750.5,central bank", "", "2026-11-02,USD,IDR,15760"];

    [Theory, Databases]
    public async Task Loads_rates_once_and_replaces_what_differs(string database)
    {
        await using var app = await TestApp.Start(database);
        Assert.Equal(2, await Load(app, Lines));
        Assert.Equal(0, await Load(app, Lines));
        Assert.Equal(1, await Load(app, ["2026-11-02;USD;IDR;15761"]));
        var rates = await app.InDb(db => db.Set<ExchangeRate>().OrderBy(r => r.Day).ToListAsync());
        Assert.Equal([("USD", 15750.5m, "central bank"), ("USD", 15761m, "rates.csv")], rates.Select(r => (r.FromCurrency, r.Rate, r.Source)));
    }

    [Theory]
    [InlineData("01.11.2026,USD,IDR,15750")]
    [InlineData("2026-11-03,USD,RUPIAH,15750")]
    [InlineData("2026-11-03,USD,IDR,-1")]
    [InlineData("2026-11-03,USD,IDR")]
    public async Task One_bad_line_loads_nothing_and_is_named(string line)
    {
        await using var app = await TestApp.Start("sqlite");
        var refused = await Assert.ThrowsAsync<Refused>(() => Load(app, [.. Lines, line]));
        Assert.Equal(("rate_line_wrong", 5), (refused.Code, refused.Arguments[1]));
        Assert.Equal(0, await app.InDb(db => db.Set<ExchangeRate>().CountAsync()));
    }

    private static async Task<int> Load(TestApp app, string[] lines)
    {
        using var scope = app.Services.CreateScope();
        return await ImportRates.Handle(lines, "rates.csv", scope.ServiceProvider.GetRequiredService<AppDb>(), default);
    }
}
