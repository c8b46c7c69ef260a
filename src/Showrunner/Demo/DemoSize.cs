using Showrunner.Platform;

namespace Showrunner.Demo;

/// <summary>How much the demo market holds, over its four countries together.</summary>
/// <param name="Name">What the command line and the job call it.</param>
/// <param name="Creators">Creators in all markets.</param>
/// <param name="Lines">Order lines in all markets, about.</param>
/// <param name="Products">Products in all markets.</param>
/// <param name="Days">Days up to the end day, included.</param>
public sealed record DemoSize(string Name, int Creators, int Lines, int Products, int Days = 182)
{
    /// <summary>Nothing is planted: growth, weeks, wages and chance alone. What is told of such a market is a false alarm.</summary>
    public bool IsQuiet { get; init; }

    public static readonly DemoSize Small = new("small", 2_000, 200_000, 360);
    public static readonly DemoSize Medium = new("medium", 100_000, 5_000_000, 6_000);
    public static readonly DemoSize Large = new("large", 1_000_000, 50_000_000, 30_000);
    public static readonly IReadOnlyList<DemoSize> All = [Small, Medium, Large];

    public static DemoSize Find(string name) =>
        All.FirstOrDefault(s => s.Name == name) ?? throw new Refused("demo_size_unknown", name, string.Join(", ", All.Select(s => s.Name)));
}
