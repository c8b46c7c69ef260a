using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>Text with commas, semicolons, tabs or bars between cells. Why not CsvHelper: docs/adr/0005.</summary>
internal sealed partial class DelimitedSource : RowSource
{
    /// <summary>No export has rows this long: a longer one is an unclosed quote or no table at all.</summary>
    public const int LongestRow = 1 << 20;
    private const int Chunk = 1 << 16;

    private enum Found { Row, NeedsMore, End }

    private readonly FileStream _file;
    private readonly Stream _bytes;
    private readonly byte[] _raw = new byte[Chunk];
    private readonly char _delimiter;
    private char[] _text = new char[2 * Chunk];
    private (int From, int Length, bool Doubled)[] _cells = new (int, int, bool)[64];
    private int _held, _start, _next, _end, _count;
    private bool _ended, _invalid;
    private long _decoded;

    public DelimitedSource(FileStream file, Stream bytes, string fileName) : base(fileName)
    {
        _file = file;
        _bytes = bytes;
        SkipMark(ref _bytes);
        while (_end < Chunk / 2 && !_invalid && Fill()) { }
        if (_end == 0 && !_invalid) throw new Refused("file_empty", fileName);
        var sample = _text.AsSpan(0, _end);
        if (sample.Contains('\0')) throw new Refused("not_text", fileName);
        _delimiter = Delimiter.Sniff(sample, out var hint);
        if (hint) Read();
    }

    public override int Count => _count;

    public override double Progress => _file.Length == 0 ? 1 : Math.Min(1, (double)_file.Position / _file.Length);

    public override ReadOnlySpan<char> this[int column] =>
        (uint)column < (uint)_count ? _text.AsSpan(_cells[column].From, _cells[column].Length) : default;

    public override bool Read()
    {
        _start = _next;
        while (true)
        {
            switch (FindRow())
            {
                case Found.Row:
                    Row++;
                    return true;
                case Found.End:
                    _count = 0;
                    return false;
                default:
                    Fill();
                    break;
            }
        }
    }

    // Looks for a whole row from _start on; when the buffer ends inside it, more is read and the search starts again.
    private Found FindRow()
    {
        var text = _text.AsSpan(0, _end);
        var at = _start;
        _count = 0;
        if (at == _end) return _ended ? Found.End : Found.NeedsMore;
        var doubled = false;
        while (true)
        {
            var from = at;
            if (at < text.Length && text[at] == '"')
            {
                var close = ClosingQuote(text, at + 1, out var twice);
                if (close < 0) return Found.NeedsMore;
                var rest = CellEnd(text, close + 1);
                if (rest < 0) return Found.NeedsMore;
                doubled |= twice;
                if (text[(close + 1)..rest].IsWhiteSpace()) Add(from + 1, close - from - 1, twice);
                else Add(from, rest - from, false);
                at = rest;
            }
            else
            {
                at = CellEnd(text, at);
                if (at < 0) return Found.NeedsMore;
                Add(from, at - from, false);
            }
            if (at == text.Length) break;
            if (text[at] == _delimiter)
            {
                if (++at == text.Length && !_ended) return Found.NeedsMore;
                continue;
            }
            if (text[at] == '\r' && at + 1 == text.Length && !_ended) return Found.NeedsMore;
            if (text[at++] == '\r' && at < text.Length && text[at] == '\n') at++;
            break;
        }
        _next = at;
        if (doubled) Undouble();
        return Found.Row;
    }

    private int CellEnd(ReadOnlySpan<char> text, int at)
    {
        var length = text[at..].IndexOfAny(_delimiter, '\n', '\r');
        if (length >= 0) return at + length;
        return _ended ? text.Length : -1;
    }

    private int ClosingQuote(ReadOnlySpan<char> text, int at, out bool doubled)
    {
        doubled = false;
        while (true)
        {
            var quote = text[at..].IndexOf('"');
            if (quote < 0)
            {
                if (_ended) throw new Refused("quote_not_closed", FileName, Row + 1);
                return -1;
            }
            at += quote;
            if (at + 1 == text.Length) return _ended ? at : -1;
            if (text[at + 1] != '"') return at;
            doubled = true;
            at += 2;
        }
    }

    private void Add(int from, int length, bool doubled)
    {
        if (_count == _cells.Length) Array.Resize(ref _cells, 2 * _count);
        _cells[_count++] = (from, length, doubled);
    }

    private void Undouble()
    {
        for (var i = 0; i < _count; i++)
        {
            var (from, length, doubled) = _cells[i];
            if (!doubled) continue;
            var to = from;
            for (var at = from; at < from + length; at++)
            {
                _text[to++] = _text[at];
                if (_text[at] == '"') at++;
            }
            _cells[i] = (from, to - from, false);
        }
    }

    public override void Dispose()
    {
        _bytes.Dispose();
        _file.Dispose();
        base.Dispose();
    }
}
