namespace Showrunner.Creators.Listing;

/// <summary>
/// What some thousands of creators are called and say of themselves, as bytes one behind the other: a processor looks through
/// those faster than any index could be kept right.
/// </summary>
internal sealed class TextBlock
{
    public const int Most = 1 << 14;

    private readonly List<long> _ids = [];
    private readonly TextRun _names = new(), _bios = new();
    private readonly List<int> _nameAt = [];

    public int Count => _ids.Count;
    public long Id(int creator) => _ids[creator];

    /// <param name="id">The creator's row.</param>
    /// <param name="handles">His handle and what else he goes by, each followed by a space.</param>
    /// <param name="name">In small letters without accents.</param>
    /// <param name="bio">In small letters.</param>
    public void Add(long id, ReadOnlySpan<byte> handles, ReadOnlySpan<byte> name, ReadOnlySpan<byte> bio)
    {
        _ids.Add(id);
        _nameAt.Add(handles.Length);
        _names.Add(handles, name);
        _bios.Add(bio, []);
    }

    /// <summary>Nobody more will be added.</summary>
    public void Close()
    {
        _names.Close();
        _bios.Close();
    }

    /// <summary>Marks who has the word anywhere.</summary>
    public void Mark(KeyWord word, Span<bool> found)
    {
        _names.Mark(word.Typed, found);
        _bios.Mark(word.Typed, found);
        if (!word.HasAccents) return; // names have none: what is typed with them is looked for without
        for (var i = 0; i < Count; i++) found[i] |= _names[i][_nameAt[i]..].IndexOf(word.Plain) >= 0;
    }

    /// <summary>Marks whose handle or name has a word that begins almost like this one.</summary>
    public void MarkAlmost(KeyWord word, Span<bool> found) => _names.MarkAlmost(word, found);
}
