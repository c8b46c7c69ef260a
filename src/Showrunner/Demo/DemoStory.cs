using Showrunner.Platform;

namespace Showrunner.Demo;

/// <summary>What is going on in one country of the demo market: the known truth that boards and findings should show.</summary>
/// <param name="Market">Country code.</param>
/// <param name="Promotion">The day on which four times as much is sold, and more of it comes back.</param>
/// <param name="AtRisk">Handle of the star whose sales fall to a third.</param>
/// <param name="FallsFrom">The first day of the fall; 28 days to the end.</param>
/// <param name="Returned">The product of which one in four comes back.</param>
/// <param name="BadBatch">Since when.</param>
/// <param name="Rising">The product that takes off.</param>
/// <param name="Listing">When it was listed.</param>
/// <param name="Days">The days told.</param>
public sealed record DemoStory(string Market, DateOnly Promotion, string AtRisk, DateOnly FallsFrom, string Returned, DateOnly BadBatch, string Rising, DateOnly Listing, DayRange Days)
{
    /// <summary>The story as text keys and what fills them, in the order of telling.</summary>
    public IReadOnlyList<(string Key, object[] Arguments)> Sentences =>
    [
        ("demo.story.growth", []),
        ("demo.story.promotion", [Promotion]),
        ("demo.story.atRisk", ["@" + AtRisk, FallsFrom]),
        ("demo.story.returned", [Returned, BadBatch]),
        ("demo.story.rising", [Rising, Listing]),
        ("demo.story.settling", []),
    ];
}
