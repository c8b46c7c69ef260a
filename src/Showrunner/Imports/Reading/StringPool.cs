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
        ref var slot = ref _kept[string.GetHashCode(text) & (Slots - 1)];
        if (slot is not null && text.SequenceEqual(slot)) return slot;
        return slot = text.ToString();
    }
}
