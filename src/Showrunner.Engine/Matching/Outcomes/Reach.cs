namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>The likes that a creator's followers let expect: a straight line through the logarithms of what is known so far.</summary>
internal sealed class Reach
{
    private const int Least = 30;
    private double _count, _x, _y, _xx, _xy;

    public void Learn(double followers, double likes)
    {
        var (x, y) = (Math.Log(1 + followers), Math.Log(1 + likes));
        (_count, _x, _y, _xx, _xy) = (_count + 1, _x + x, _y + y, _xx + x * x, _xy + x * y);
    }

    /// <returns>Logarithm of the likes; of few cases their mean, of none <paramref name="otherwise"/>.</returns>
    public double Expected(double followers, double otherwise)
    {
        if (_count == 0) return otherwise;
        var (x, y) = (_x / _count, _y / _count);
        return _count < Least ? y : y + (_xy / _count - x * y) / (_xx / _count - x * x + 0.1) * (Math.Log(1 + followers) - x);
    }
}
