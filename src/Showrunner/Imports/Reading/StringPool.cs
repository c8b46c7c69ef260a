namespace Showrunner.Imports.Reading;

/// <summary>The same text gives the same string without allocating again. Bounded: a slot keeps the last text that fell into it.</summary>
internal sealed class StringPool
{
    private const int Slots = 1 << 12, Longest = 200;
    private readonly string?[] _kept = new string?[Slots];

    public string Get(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return "";
        if (text.Length > Longest) return text.ToString();
        ref var slot = ref _kept[Hash(text) & (Slots - 1)];
        if (slot is not null && text.SequenceEqual(slot)) return slot;
        return slot = text.ToString();
    }

    // Ids differ at their ends, names anywhere: both ends and the middle tell enough for a slot.
    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = (uint)text.Length;
        var step = Math.Max(1, text.Length / 8);
        for (var i = text.Length - 1; i >= 0; i -= step) hash = (hash ^ text[i]) * 16_777_619;
        return hash ^ (hash >> 15);
    }
}
