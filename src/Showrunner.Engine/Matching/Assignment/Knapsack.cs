namespace Showrunner.Engine.Matching.Assignment;

/// <summary>
/// The most valuable choice of items within a room, exactly: depth first by value per weight with the fractional bound (Horowitz and
/// Sahni, 1974; Martello and Toth, "Knapsack Problems", 1990), and by a table over the room where that takes too long.
/// </summary>
/// <param name="most">The most items there will be at once.</param>
internal sealed class Knapsack(int most)
{
    private const int NodeLimit = 20_000, TableLimit = 1 << 24;
    private readonly double[] _keys = new double[most];
    private readonly int[] _order = new int[most];
    private readonly bool[] _taken = new bool[most], _best = new bool[most];
    private readonly long[] _values = new long[most], _sumValues = new long[most + 1], _sumWeights = new long[most + 1];
    private readonly int[] _weights = new int[most], _ids = new int[most];
    private long _bestValue;
    private int _nodes;

    public int Count { get; private set; }

    /// <summary>Items by value per weight, the best first, as they were given by <see cref="Add"/>.</summary>
    public int Id(int at) => _ids[_order[at]];
    public bool IsChosen(int at) => _best[at];
    /// <summary>Steps of the last solution.</summary>
    public long Work { get; private set; }

    public void Clear() => Count = 0;

    /// <param name="id">Any number to know it by.</param>
    /// <param name="value">Above 0.</param>
    /// <param name="weight">From 0.</param>
    public void Add(int id, long value, int weight)
    {
        (_ids[Count], _order[Count], _values[Count], _weights[Count]) = (id, Count, value, weight);
        _keys[Count++] = weight == 0 ? double.NegativeInfinity : -(double)value / weight;
    }

    /// <returns>The greatest value, or more where even the table would be too large.</returns>
    public long Solve(long room)
    {
        Sort();
        (_nodes, _bestValue) = (0, -1);
        Array.Clear(_taken, 0, Count);
        if (_sumWeights[Count] <= room)
        {
            Array.Fill(_best, true, 0, Count);
            Work = Count;
            return _sumValues[Count];
        }
        Dive(0, 0, room);
        Work = Count + 4L * _nodes;
        if (_nodes < NodeLimit) return _bestValue;
        if ((room + 1) * Count <= TableLimit) return Tabulate((int)room);
        return Bound(0, 0, room, -1);
    }

    /// <summary>No choice within this room is worth more, also where one item is left out (−1: none).</summary>
    public long Bound(long room, int without) => room < 0 ? long.MinValue / 4 : Bound(0, 0, room, without);

    public long Value(int at) => _values[_order[at]];
    public int Weight(int at) => _weights[_order[at]];

    /// <summary>By value per weight; <see cref="Solve"/> does it too.</summary>
    public void Sort()
    {
        Array.Sort(_keys, _order, 0, Count);
        for (var k = 0; k < Count; k++)
        {
            _sumValues[k + 1] = _sumValues[k] + Value(k);
            _sumWeights[k + 1] = _sumWeights[k] + Weight(k);
        }
    }

    private void Dive(int from, long value, long room)
    {
        if (value > _bestValue)
        {
            _bestValue = value;
            Array.Copy(_taken, _best, Count);
        }
        for (var k = from; k < Count; k++)
        {
            if (++_nodes >= NodeLimit || Bound(k, value, room, -1) <= _bestValue) return;
            var weight = Weight(k);
            if (weight > room) continue;
            _taken[k] = true;
            Dive(k + 1, value + Value(k), room - weight);
            _taken[k] = false;
        }
    }

    private long Bound(int from, long value, long room, int without)
    {
        var (skippedWeight, skippedValue) = without >= from ? (Weight(without), Value(without)) : (0, 0L);
        // Items up to `low` fit whole; prefix sums count the one left out until they are past it.
        int low = from, high = Count;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            var weight = _sumWeights[middle] - _sumWeights[from] - (middle > without ? skippedWeight : 0);
            if (weight <= room) low = middle;
            else high = middle - 1;
        }
        var past = low > without;
        var sum = value + _sumValues[low] - _sumValues[from] - (past ? skippedValue : 0);
        var rest = room - (_sumWeights[low] - _sumWeights[from] - (past ? skippedWeight : 0));
        if (low >= Count || rest == 0) return sum;
        return sum + Math.Min(Value(low), (long)((double)rest * Value(low) / Weight(low)) + 1);
    }

    private long Tabulate(int room)
    {
        var best = new long[room + 1];
        var took = new bool[Count * (room + 1)];
        for (var k = 0; k < Count; k++)
        {
            var (value, weight) = (Value(k), Weight(k));
            for (var r = room; r >= weight; r--)
                if (best[r - weight] + value > best[r]) (best[r], took[k * (room + 1) + r]) = (best[r - weight] + value, true);
        }
        for (int k = Count - 1, r = room; k >= 0; k--)
        {
            _best[k] = took[k * (room + 1) + r];
            if (_best[k]) r -= Weight(k);
        }
        Work += (long)Count * room;
        return best[room];
    }
}
