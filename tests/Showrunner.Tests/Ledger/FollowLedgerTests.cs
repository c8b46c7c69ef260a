using Microsoft.Extensions.DependencyInjection;
using Showrunner.Ledger.Columns;
using Showrunner.Tests.Demo;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Ledger;

public class FollowLedgerTests
{
    [Theory, Databases]
    public async Task Columns_that_cannot_follow_a_change_are_made_anew(string database)
    {
        await using var app = await TestApp.Start(database);
        await LoadFactsTests.Load(app, 1, BoardData.Line("A", "S1", "lina", 300, 3, BoardData.Day));
        var columns = app.Services.GetRequiredService<LedgerColumns>();
        using (var connection = columns.Connect()) connection.Execute("DROP TABLE content_stat");
        await app.InDb(async db =>
        {
            db.Add(new Showrunner.Ledger.LedgerChange { Kind = Showrunner.Ledger.LedgerChange.Load, ImportId = 99, At = DateTimeOffset.UnixEpoch });
            return await db.SaveChangesAsync();
        });

        await DemoFixture.Proven(app);

        Assert.Equal(1, DemoFixture.One(app, "SELECT count(*) FROM order_line"));
        Assert.Equal(0, DemoFixture.One(app, "SELECT count(*) FROM content_stat"));
    }
}
