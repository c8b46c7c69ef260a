using System.Runtime.InteropServices;

namespace Showrunner.Creators.Listing;

/// <summary>Texts in UTF-8 one behind the other, with a byte between them that no text has.</summary>
internal sealed class TextRun
{
    private const byte End = 0xFF;
    private readonly List<byte> _bytes = [];
    private readonly List<int> _from = [0];

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
        _bytes.TrimExcess();
        _from.TrimExcess();
    }

    /// <summary>Marks the texts that have these bytes anywhere.</summary>
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
}
