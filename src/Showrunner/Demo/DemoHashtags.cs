using System.Text;
using Showrunner.Demo.Words;
using Showrunner.Engine.Simulation;

namespace Showrunner.Demo;

/// <summary>What creators write under their videos: what it is, what they always write, and since some day what suddenly everybody does.</summary>
internal sealed class DemoHashtags
{
    /// <summary>Of all videos, once it has spread.</summary>
    public const double RisingShare = 0.16;
    private const double Middle = 7, Pace = 1.8;
    private readonly MarketWords _words;
    private readonly int _seed;

    /// <summary>The one that spreads, and since which day; none in a quiet market.</summary>
    public (string Tag, int From)? Rising { get; }

    public DemoHashtags(MarketWords words, DemoCalendar calendar, int seed, bool isQuiet)
    {
        (_words, _seed) = (words, seed);
        var chance = Chance.Of(seed, words.Number, 6, 0);
        var (tag, from) = (chance.Pick(words.NewHashtags), chance.Between(calendar.Count / 3, calendar.Count - 15));
        if (!isQuiet) Rising = (tag, from);
    }

    /// <summary>The title with its hashtags. Draws from a chance of its own: nothing else of the market changes with it.</summary>
    /// <param name="title">Without hashtags.</param>
    /// <param name="product">What the video shows.</param>
    /// <param name="rank">The creator.</param>
    /// <param name="number">Which video of his.</param>
    /// <param name="day">When it is posted.</param>
    public string Under(string title, DemoProduct product, int rank, int number, int day)
    {
        var chance = Chance.Of(_seed, _words.Number, 7, rank * 10_000 + number);
        var category = _words.Categories[product.Category];
        var text = new StringBuilder(title);
        if (chance.Hits(0.7)) text.Append(" #").Append(Word(category.Things.FirstOrDefault(thing => product.Name.Contains(thing, StringComparison.Ordinal)) ?? category.Things[0]));
        if (chance.Hits(0.6)) text.Append(" #").Append(chance.Pick(_words.Hashtags));
        if (Rising is { } rising && chance.Hits(RisingShare * Course.Rise(day - rising.From, Middle, Pace))) text.Append(" #").Append(rising.Tag);
        return text.ToString();
    }

    private static string Word(string text) => new([.. text.ToLowerInvariant().Where(char.IsLetterOrDigit)]);
}
