using Showrunner.Creators;
using Showrunner.Ledger;
using Showrunner.Ledger.Loading;
using Showrunner.Tests.Insights;
using Showrunner.Tests.Ledger;

namespace Showrunner.Tests.Creators;

/// <summary>The small market of <see cref="BoardData"/> with profiles: lina tells exactly, budi in ranges, and quiet sold nothing and keeps back.</summary>
internal static class CreatorData
{
    public static readonly DateOnly ProfileDay = new(2026, 3, 20);

    public static async Task<TestApp> Profiles(string database, TimeProvider? clock = null)
    {
        var app = await TestApp.Start(database, clock);
        await LoadFactsTests.Load(app, 1,
            BoardData.Line("A", "S1", "lina", 300, 3, BoardData.Day), BoardData.Line("B", "S1", "budi", 100, 1, BoardData.Day), BoardData.Line("C", "S1", "lina", 90, 1, BoardData.Day.AddDays(-10)), BoardData.Line("C2", "S1", "budi", 80, 1, BoardData.Day.AddDays(-10)),
            BoardData.Line("D", "S1", "lina", 1, 1, new DateOnly(2026, 1, 1)));
        await Tell(app, 2,
            Profile("lina", 50_000, bio: "Kitchen finds", name: "Lina Trần", level: "L2", language: "vi", agency: "North Star", values: [(CreatorMeasure.VideoViews, Figure.Exact(4_000)), (CreatorMeasure.Female, Figure.Exact(700_000))]),
            Profile("budi", 8_000, bio: "Daily deals", level: "L10", values: [(CreatorMeasure.VideoViews, Figure.Range(3_000, 5_000)), (CreatorMeasure.Female, Figure.Exact(300_000))]),
            Profile("quiet", 200, bio: "Slow kitchen", name: "Anna", values: [(CreatorMeasure.VideoViews, Figure.NotShared)]));
        return app;
    }

    public static Task<LoadCounts> Tell(TestApp app, long importId, params CreatorDraft[] profiles) => LoadFactsTests.Load(app, importId, stage =>
    {
        foreach (var profile in profiles) stage.Add(profile);
    });

    public static CreatorDraft Profile(string handle, long? followers, string bio = "", string name = "", string level = "", string language = "", string agency = "", DateOnly? day = null, params (CreatorMeasure Measure, Figure Figure)[] values)
    {
        var draft = new CreatorDraft { Handle = handle, Name = name, Followers = followers, Bio = bio, Level = level, Language = language, AgencyName = agency, Day = day ?? ProfileDay };
        foreach (var (measure, figure) in values) draft.Values[measure] = figure;
        return draft;
    }
}
