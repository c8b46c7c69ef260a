using System.Numerics;

namespace Showrunner.Metrics;

/// <summary>Row numbers, a bit each: those of one table lie close together.</summary>
internal sealed class RowSet
{
    private readonly long _first;
    private readonly ulong[] _words;

    /// <param name="rows">Row numbers from 1, in any order.</param>
    public RowSet(IReadOnlyCollection<long> rows)
    {
        if (rows.Count == 0) { _words = []; return; }
        _first = rows.Min() >> 6;
        _words = new ulong[(rows.Max() >> 6) - _first + 1];
        foreach (var row in rows) _words[(row >> 6) - _first] |= 1UL << (int)(row & 63);
    }

    public int Bytes => _words.Length * sizeof(ulong);

    /// <summary>How many row numbers at least one of the sets has.</summary>
    public static long CountAll(IReadOnlyList<RowSet> sets)
    {
        var filled = sets.Where(s => s._words.Length > 0).ToList();
        if (filled.Count == 0) return 0;
        var first = filled.Min(s => s._first);
        var all = new ulong[filled.Max(s => s._first + s._words.Length) - first];
        foreach (var set in filled)
            for (var (i, at) = (0, set._first - first); i < set._words.Length; i++, at++) all[at] |= set._words[i];
        return all.Sum(word => (long)BitOperations.PopCount(word));
    }
}
