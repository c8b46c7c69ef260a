using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Showrunner.Creators.Listing;

/// <summary>Texts in UTF-8 one behind the other, with a byte between them that no text has.</summary>
internal sealed class TextRun
{
    private const byte End = 0xFF;
    private readonly List<byte> _bytes = [End];
    private readonly List<int> _from = [1];

    public ReadOnlySpan<byte> this[int text] => CollectionsMarshal.AsSpan(_bytes)[_from[text]..(_from[text + 1] - 1)];

    public void Add(ReadOnlySpan<byte> beginning, ReadOnlySpan<byte> rest)
    {
        _bytes.AddRange(beginning);
        _bytes.AddRange(rest);
        _bytes.Add(End);
        _from.Add(_bytes.Count);
    }

    /// <summary>Nothing more will be added.</summary>
    public void Close()
    {
        for (var i = 0; i <= Vector256<byte>.Count; i++) _bytes.Add(End); // whole vectors can be read to the last text's end
        _bytes.TrimExcess();
        _from.TrimExcess();
    }

    /// <summary>Marks the texts that have these bytes anywhere.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Mark(ReadOnlySpan<byte> wanted, Span<bool> found)
    {
        var bytes = CollectionsMarshal.AsSpan(_bytes);
        var from = CollectionsMarshal.AsSpan(_from);
        var text = 0;
        while (text < found.Length)
        {
            var at = bytes[from[text]..].IndexOf(wanted);
            if (at < 0) return;
            at += from[text];
            while (from[text + 1] <= at) text++;
            found[text++] = true;
        }
    }

    /// <summary>Marks the texts that have a word which begins almost like this one. Many beginnings are looked at in one step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void MarkAlmost(KeyWord word, Span<bool> found)
    {
        var bytes = CollectionsMarshal.AsSpan(_bytes);
        var from = CollectionsMarshal.AsSpan(_from);
        var first = word.MaySlip ? word.Typed[..3] : [];
        if (first.ContainsAnyInRange((byte)0x80, End)) first = []; // a letter is several bytes there
        var text = 0;
        for (var at = 0; at + 1 < from[found.Length]; at += Vector256<byte>.Count)
            for (var starts = Starts(ref bytes[at], first); starts != 0; starts &= starts - 1)
            {
                var start = at + 1 + BitOperations.TrailingZeroCount(starts);
                if (start >= from[found.Length]) return;
                while (from[text + 1] <= start) text++;
                if (!found[text]) found[text] = word.IsAlmostAt(bytes[start..(from[text + 1] - 1)]);
            }
    }

    /// <summary>
    /// A bit for each place where a word begins and, where its first three letters a, b and c are given, may be wanted: with one slip
    /// it begins with a and has b or c next or after, or the slip is in a and the rest is as it was typed.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Starts(ref byte bytes, ReadOnlySpan<byte> first)
    {
        var (before, here, next, after) = (Vector256.LoadUnsafe(ref bytes), Vector256.LoadUnsafe(ref bytes, 1), Vector256.LoadUnsafe(ref bytes, 2), Vector256.LoadUnsafe(ref bytes, 3));
        var starts = Is(before, (byte)' ') | Is(before, (byte)'.') | Is(before, (byte)'_') | Is(before, (byte)'-') | Is(before, End);
        if (first is [var a, var b, var c])
        {
            var several = Vector256.LessThan((here | next | after).AsSByte(), Vector256<sbyte>.Zero).AsByte(); // letters of several bytes: to be looked at
            var later = Is(here, a) & (Is(next, b) | Is(next, c) | Is(after, b) | Is(after, c));
            var missing = Is(here, b) & (Is(next, c) | Is(next, a)); // or changed about
            var wrong = (Is(next, b) & Is(after, c)) | (Is(next, a) & Is(after, b)); // or one too many
            starts &= several | later | missing | wrong;
        }
        return starts.ExtractMostSignificantBits();
    }

    private static Vector256<byte> Is(Vector256<byte> bytes, byte wanted) => Vector256.Equals(bytes, Vector256.Create(wanted));
}
