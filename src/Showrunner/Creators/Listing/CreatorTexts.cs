using System.Collections.Concurrent;
using System.Globalization;
using Showrunner.Ledger.Columns;

namespace Showrunner.Creators.Listing;

/// <summary>The texts of a market's creators, to be looked through by keyword. They find whom <see cref="KeywordSql"/> finds.</summary>
internal sealed class CreatorTexts
{
    /// <summary>Up to here rows are named one by one, so that only their blocks are read.</summary>
    private const int Few = 50;
    private readonly List<TextBlock> _blocks = [];
    private readonly LedgerColumns _columns;

    public CreatorTexts(LedgerColumns columns, long marketId)
    {
        _columns = columns;
        using var connection = columns.Connect();
        using var rows = connection.Query($"""
            SELECT id, handle || ' ' || also || ' ', strip_accents(lower(name)), lower(bio) FROM creator WHERE market_id = {marketId.ToString(CultureInfo.InvariantCulture)} AND merged_into_id IS NULL
            """);
        while (rows.NextChunk() is { } chunk)
            for (var row = 0; row < chunk.Count; row++)
            {
                if (_blocks.Count == 0 || _blocks[^1].Count == TextBlock.Most)
                {
                    if (_blocks.Count > 0) _blocks[^1].Close();
                    _blocks.Add(new TextBlock());
                }
                _blocks[^1].Add(chunk.Int64(0)[row], chunk.Utf8(1, row), chunk.Utf8(2, row), chunk.Utf8(3, row));
            }
        if (_blocks.Count > 0) _blocks[^1].Close();
    }

    /// <summary>A condition on <c>c.id</c>; null where only SQL knows.</summary>
    public string? Find(string typed, bool almost)
    {
        var words = KeywordSql.Words(typed).ToList();
        if (words.Exists(word => word.Contains(' ', StringComparison.Ordinal))) return null; // nothing but signs was typed
        var wanted = words.ConvertAll(word => new KeyWord(word, Plain(word)));
        var found = new ConcurrentBag<List<long>>();
        Parallel.ForEach(_blocks, block => found.Add(Find(block, wanted, almost)));
        return Rows([.. found.SelectMany(ids => ids).Order()]);
    }

    private static List<long> Find(TextBlock block, List<KeyWord> words, bool almost)
    {
        Span<bool> all = stackalloc bool[block.Count], one = stackalloc bool[block.Count];
        all.Fill(true);
        foreach (var word in words)
        {
            one.Clear();
            if (almost) block.MarkAlmost(word, one);
            else block.Mark(word, one);
            for (var i = 0; i < all.Length; i++) all[i] &= one[i];
        }
        var ids = new List<long>();
        for (var i = all.IndexOf(true); i < all.Length && i >= 0; i++)
            if (all[i]) ids.Add(block.Id(i));
        return ids;
    }

    /// <summary>Few rows one by one, many as a bit for each.</summary>
    private static string Rows(List<long> ids)
    {
        if (ids.Count == 0) return "1 = 0";
        if (ids.Count <= Few) return $"c.id IN ({string.Join(", ", ids.Select(id => id.ToString(CultureInfo.InvariantCulture)))})";
        var (first, last) = (ids[0], ids[^1]);
        var bits = new byte[(last - first) / 8 + 1];
        foreach (var id in ids) bits[(id - first) >> 3] |= (byte)(0x80 >> (int)((id - first) & 7));
        return string.Create(CultureInfo.InvariantCulture, $"(CASE WHEN c.id BETWEEN {first} AND {last} THEN get_bit(CAST(from_base64('{Convert.ToBase64String(bits)}') AS BIT), CAST(c.id - {first} AS INTEGER)) = 1 ELSE false END)");
    }

    private string Plain(string word)
    {
        if (System.Text.Ascii.IsValid(word)) return word;
        using var connection = _columns.Connect();
        using var statement = connection.Prepare("SELECT strip_accents($1)");
        using var answer = statement.Bind(1, word).Query();
        return answer.Read() ? answer.GetText(0) : word;
    }
}
