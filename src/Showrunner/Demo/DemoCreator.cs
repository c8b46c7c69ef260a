using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;

namespace Showrunner.Demo;

/// <summary>One invented creator: who he is, how he sells and how much. Made from his number alone, so none need be kept.</summary>
internal sealed class DemoCreator
{
    /// <summary>The second star of every market is the one whose sales fall.</summary>
    public const int AtRiskRank = 1, Stars = 10, Settled = 30;
    /// <summary>Creators take what fits them: what they sell appeals about twice as much as just anything.</summary>
    private const double UsualAppeal = 1.9;
    private static readonly double[] LiveSeller = [0.64, 0.16, 0.12, 0.08], VideoMaker = [0, 0.7, 0.17, 0.13], Both = [0.34, 0.4, 0.15, 0.11];

    public required int Rank { get; init; }
    public required string Handle { get; init; }
    public required string Name { get; init; }
    public required string No { get; init; }
    public required int Category { get; init; }
    /// <summary>Share of sales by LIVE, video, product card, showcase.</summary>
    public required double[] Mix { get; init; }
    public required double Weight { get; init; }
    /// <summary>First day of selling, counted from the demo's first day.</summary>
    public required int FirstDay { get; init; }
    public required long Followers { get; init; }
    /// <summary>What nobody is told.</summary>
    public required CreatorTraits Traits { get; init; }
    public required DemoShelf Shelf { get; init; }
    /// <summary>Some run their sales through the seller's ads.</summary>
    public required bool HasAds { get; init; }
    /// <summary>How much is watched of him, against which the fit of what he sells makes sales.</summary>
    public required double Reach { get; init; }
    public bool IsStar => Rank < Stars;
    public bool IsAtRisk => Rank == AtRiskRank;

    public static DemoCreator Of(int rank, int creators, int days, MarketWords words, DemoCatalogue catalogue, ref Chance chance)
    {
        var category = chance.Below(words.Categories.Length);
        var traits = CreatorTraits.Draw(category, words.Categories.Length, words.LanguageShares, ref chance);
        var shelf = new DemoShelf(traits, catalogue, ref chance);
        // What is sold follows from how many watch and how well it fits; of a star we know how much is sold, so the reach follows.
        var fame = Math.Pow(rank + 4, -0.95) * chance.LogNormal(rank < Stars ? 0.1 : 0.4);
        var weight = rank < Stars ? fame * catalogue.Price / shelf.Price : fame * shelf.Appeal / UsualAppeal;
        var reach = weight * UsualAppeal / shelf.Appeal;
        var mix = chance.Next() switch { < 0.35 => LiveSeller, < 0.85 => VideoMaker, _ => Both };
        var isNew = rank >= Settled && chance.Hits(0.3);
        return new DemoCreator
        {
            Rank = rank,
            Handle = DemoNames.Handle(words, rank),
            Name = DemoNames.Person(words, rank),
            No = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"68{words.Number}{rank:D16}"),
            Category = category,
            Traits = traits,
            Shelf = shelf,
            Mix = rank == AtRiskRank ? LiveSeller : rank == 0 ? Both : mix,
            Weight = weight,
            Reach = reach,
            FirstDay = isNew ? chance.Between(days / 4, days - 15) : 0,
            Followers = Math.Min(4_900_000, 900 + (long)(450_000 * Math.Pow(reach / 0.27, 0.8) * chance.LogNormal(0.5) * Math.Min(1, creators / 500.0))),
            HasAds = chance.Hits(0.25),
        };
    }

    /// <summary>How much more than others his people take of what the whole market suddenly buys in a category.</summary>
    public double Liking(int category) => Math.Min(DemoEvents.MostLiking, Traits.Lift(category));

    /// <summary>How the star at risk goes on: less and less over the last 28 days, a third of the 28 before in all.</summary>
    public static double Trend(int day, int days, bool isPromotion)
    {
        var fade = day - (days - 28);
        return (fade < 0 ? 1 : 0.5 - 0.4 * fade / 27) * (isPromotion ? 0.25 : 1); // nor is he part of the promotion
    }
}
