namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>What is known of the showings of one creator, product, pair, category or word up to a day; recent ones fade by half in 21 days.</summary>
internal sealed class Tally
{
    private const double HalfLife = 21;
    private double _faded, _recentKnown, _recentSold, _recentLikes, _likesSquared;
    private int _fadedOn, _recentOn;

    /// <summary>Showings, and of how many the outcome is known.</summary>
    public int Shown { get; private set; }
    public int Known { get; private set; }
    public int First { get; private set; } = int.MaxValue;
    public int Last { get; private set; } = int.MinValue;

    /// <summary>Of the known ones: how many sold, were promoted, had many likes; sums of logarithms.</summary>
    public double Sold { get; private set; }
    public double Promoted { get; private set; }
    public double Viral { get; private set; }
    public double Units { get; private set; }
    public double Likes { get; private set; }

    public double Faded(int day) => _faded * Math.Pow(2, (_fadedOn - day) / HalfLife);

    public double LikesSpread => Known > 1 ? Math.Sqrt(Math.Max(0, _likesSquared / Known - Likes / Known * (Likes / Known))) : 0;

    public void Show(int day)
    {
        (_faded, _fadedOn) = (Faded(day) + 1, day);
        (First, Last, Shown) = (Math.Min(First, day), Math.Max(Last, day), Shown + 1);
    }

    /// <param name="viral">Logarithm of likes above which a showing had many.</param>
    public void Learn(MatchEvent e, int day, double viral)
    {
        var (likes, sold) = (Math.Log(1 + (e.Likes ?? 0)), e.Units > 0 ? 1 : 0);
        Known++;
        Sold += sold;
        Units += Math.Log(1 + e.Units);
        Likes += likes;
        _likesSquared += likes * likes;
        if (likes > viral) Viral++;
        if (e.Promoted == true) Promoted++;
        var fade = Math.Pow(2, (_recentOn - day) / HalfLife);
        (_recentKnown, _recentSold, _recentLikes, _recentOn) = (_recentKnown * fade + 1, _recentSold * fade + sold, _recentLikes * fade + likes, day);
    }

    /// <summary>A share or mean of the known, drawn to what is expected of those like it as if that were so many cases.</summary>
    public static double Mean(Tally? tally, Func<Tally, double> sum, double expected, double weight) => tally is null ? expected : (sum(tally) + weight * expected) / (tally.Known + weight);

    public static double Rate(Tally? tally, double expected, double weight) => Mean(tally, t => t.Sold, expected, weight);

    public static double RecentRate(Tally? tally, double expected, double weight) => tally is null ? expected : (tally._recentSold + weight * expected) / (tally._recentKnown + weight);

    public static double RecentLikes(Tally? tally, double expected, double weight) => tally is null ? expected : (tally._recentLikes + weight * expected) / (tally._recentKnown + weight);
}
