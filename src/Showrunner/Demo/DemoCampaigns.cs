using System.Globalization;
using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;

namespace Showrunner.Demo;

/// <summary>A partner campaign: on its days, what its creators sell of its products belongs to it.</summary>
/// <param name="From">Counted from the demo's first day.</param>
/// <param name="To">Included.</param>
/// <param name="Creators">Their ranks.</param>
/// <param name="Products">Their numbers.</param>
internal sealed record DemoCampaign(string No, string Name, int From, int To, IReadOnlySet<int> Creators, IReadOnlySet<int> Products)
{
    public bool Holds(DemoProduct product, int day) => day >= From && day <= To && Products.Contains(product.Number);
}

/// <summary>
/// The campaigns of a country: one that runs on and on, and three of some days. Drawn from a chance of their own, after everything
/// else: they say of sales where these came from and change none.
/// </summary>
internal sealed class DemoCampaigns
{
    private const int Chances = -1, PerCategory = 6, Tries = 4, OneIn = 8, Fewest = 3;
    private static readonly DemoCampaign[] None = [];
    /// <summary>When they run, as parts of the days told, and how many creators take part at the most.</summary>
    private static readonly (double From, double To, int Creators, int Categories)[] Plans = [(0.4, 1, 60, 2), (0.25, 0.32, 24, 1), (0.5, 0.62, 30, 1), (0.9, 1, 40, 2)];
    private readonly DemoCampaign[] _all;

    public DemoCampaigns(MarketWords words, DemoCatalogue catalogue, int creators, int days, int seed)
    {
        _all = [.. Plans.Select((plan, i) =>
        {
            var chance = Chance.Of(seed, words.Number, Chances, i);
            var first = chance.Below(words.Categories.Length);
            var no = string.Create(CultureInfo.InvariantCulture, $"76{words.Number}{1_000_000_000_000_000L + (long)(chance.Next() * 9e15):D16}");
            HashSet<int> members = [];
            // Partners ask the well-known first.
            for (var tries = Tries * plan.Creators; members.Count < Math.Clamp(creators / OneIn, Fewest, plan.Creators) && tries > 0; tries--) members.Add(chance.Popular(creators));
            var goods = Enumerable.Range(0, plan.Categories).SelectMany(c => Enumerable.Range(0, PerCategory).Select(place => catalogue.Of((first + c) % words.Categories.Length, place).Number));
            return new DemoCampaign(no, words.Campaigns[i], (int)(plan.From * days), (int)(plan.To * days) - 1, members, goods.ToHashSet());
        })];
    }

    /// <summary>Those that a creator takes part in.</summary>
    public DemoCampaign[] Of(int rank) => Array.Exists(_all, c => c.Creators.Contains(rank)) ? Array.FindAll(_all, c => c.Creators.Contains(rank)) : None;
}
