using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Creators;
using Showrunner.Ledger;
using Showrunner.Ledger.Columns;
using Showrunner.Tests.Demo;

namespace Showrunner.Tests.Creators;

public class ProfileTests
{
    [Theory, Databases]
    public async Task A_fresher_profile_restates_and_what_it_leaves_out_stays(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        var counts = await CreatorData.Tell(app, 3, CreatorData.Profile("lina", null, bio: "Pans", day: CreatorData.ProfileDay.AddDays(5), values: [(CreatorMeasure.VideoViews, Figure.NotShared)]));
        Assert.Equal((0, 0, 1), (counts.Loaded, counts.Unchanged, counts.Restated));
        var lina = await Lina(app);
        Assert.Equal(("Pans", "Lina Trần", "L2", "vi", 50_000L), (lina.Creator.Bio, lina.Creator.Name, lina.Creator.Level, lina.Creator.Language, lina.Creator.Followers));
        Assert.Equal((Figure.NotShared, Figure.Exact(700_000)), (Value(lina, CreatorMeasure.VideoViews), Value(lina, CreatorMeasure.Female)));
        Assert.Null(Value(lina, CreatorMeasure.LiveViewers));
        Assert.NotEqual(0, lina.Creator.AgencyId);
    }

    [Theory, Databases]
    public async Task An_older_profile_changes_nothing_and_the_same_one_neither(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        var older = await CreatorData.Tell(app, 3, CreatorData.Profile("lina", 10, bio: "Old", day: CreatorData.ProfileDay.AddDays(-5), values: [(CreatorMeasure.VideoViews, Figure.Exact(1))]));
        Assert.Equal((0, 1, 0), (older.Loaded, older.Unchanged, older.Restated));
        var same = await CreatorData.Tell(app, 4, CreatorData.Profile("quiet", 200, bio: "Slow kitchen", name: "Anna", values: [(CreatorMeasure.VideoViews, Figure.NotShared)]));
        Assert.Equal((0, 1, 0), (same.Loaded, same.Unchanged, same.Restated));
        var lina = await Lina(app);
        Assert.Equal(("Kitchen finds", Figure.Exact(4_000)), (lina.Creator.Bio, Value(lina, CreatorMeasure.VideoViews)));
    }

    [Theory, Databases]
    public async Task A_copy_of_the_columns_that_knows_less_is_made_anew(string database)
    {
        var app = await CreatorData.Profiles(database);
        using (var connection = app.Services.GetRequiredService<LedgerColumns>().Connect()) connection.Execute("ALTER TABLE creator DROP COLUMN female_low; CHECKPOINT");
        app = await app.Restart();
        await using var _ = app;
        await app.InDb(db => app.Services.GetRequiredService<LedgerColumns>().CatchUp(db, default));
        Assert.Equal(700_000, DemoFixture.One(app, "SELECT female_low FROM creator WHERE handle = 'lina'"));
    }

    [Fact]
    public void Every_measure_has_a_bit_of_its_own_and_reads_back_what_was_written()
    {
        Assert.Equal(CreatorMeasure.All.Count, CreatorMeasure.All.Select(m => m.Bit).Distinct().Count());
        foreach (var figure in new[] { Figure.Exact(5), Figure.Range(3, 5), Figure.NotShared })
        {
            var (low, high) = CreatorMeasure.Ends(figure);
            var (told, hidden) = CreatorMeasure.Bits(new Dictionary<CreatorMeasure, Figure> { [CreatorMeasure.PostRate] = figure });
            Assert.Equal(CreatorMeasure.PostRate.Bit, told);
            Assert.Equal(figure, CreatorMeasure.PostRate.Read(low, high, hidden));
            Assert.Null(CreatorMeasure.Gmv.Read(null, null, hidden));
        }
    }

    private static Figure? Value((Creator Creator, IReadOnlyDictionary<string, long?> Ends) row, CreatorMeasure measure) => measure.Read(row.Ends[measure.Low], row.Ends[measure.High], row.Creator.Hidden);

    private static Task<(Creator Creator, IReadOnlyDictionary<string, long?> Ends)> Lina(TestApp app) => app.InDb(async db =>
    {
        var lina = await db.Creators.SingleAsync(c => c.Handle == "lina");
        return (lina, (IReadOnlyDictionary<string, long?>)CreatorMeasure.Columns.ToDictionary(c => c.Name, c => db.Entry(lina).Property<long?>(c.Name).CurrentValue));
    });
}
