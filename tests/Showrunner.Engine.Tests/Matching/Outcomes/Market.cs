using Showrunner.Engine.Matching.Outcomes;
using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Tests.Matching.Outcomes;

/// <summary>A small made-up market in which creators keep to their category and reach.</summary>
internal static class Market
{
    public static readonly string[] Categories = ["Fans", "Speakers", "Lamps", "Phones"];

    public static CreatorFacts[] Creators { get; } = [.. Enumerable.Range(0, 60).Select(c => new CreatorFacts($"c{c:00}") { Category = Categories[c % 4], Followers = 1000 * (1 + c), Bio = $"all about {Categories[c % 4]}" }), new("cold")];

    public static ProductFacts[] Products { get; } = [.. Enumerable.Range(0, 40).Select(p => new ProductFacts($"p{p:00}")
    { Category = ["Home", Categories[p % 4]], Price = 10 + p, Text = $"{Categories[p % 4]} model {p}", ListedOn = -10, Country = "VN", Buyers = new Audience(0.6) }), new("new")];

    /// <summary>Days 0 to 59; what is posted is known to have sold 10 days later.</summary>
    public static MatchEvent[] Events { get; } = Make();

    private static MatchEvent[] Make()
    {
        List<MatchEvent> events = [];
        var chance = Chance.Of(5, 1, 1, 1);
        for (var day = 0; day < 60; day++)
            for (var c = 0; c < 60; c++)
            {
                if (!chance.Hits(0.02 + 0.2 * (c % 7) / 6)) continue;
                var p = chance.Hits(0.8) ? c % 4 + 4 * chance.Below(10) : chance.Below(40);
                var sold = chance.Hits(c % 4 == p % 4 ? 0.1 + c / 100.0 : 0.02);
                events.Add(new MatchEvent($"c{c:00}", $"p{p:00}", day) { Minute = chance.Below(1440), Units = sold ? 3 : 0, Gmv = sold ? 30 : 0, Likes = c * (sold ? 9 : 1), Promoted = c % 2 == 0, KnownFrom = day + 10, Text = $"look at this #{Categories[p % 4].ToLowerInvariant()}", Length = 30 });
            }
        return [.. events];
    }

    public static MatchHistory History(IEnumerable<MatchEvent>? events = null) => new(Creators, Products, events ?? Events);
}
