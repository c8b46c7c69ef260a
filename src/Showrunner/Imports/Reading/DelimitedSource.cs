using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>Text with commas, semicolons, tabs or bars between cells. Why not CsvHelper: docs/adr/0005.</summary>
internal sealed class DelimitedSource : RowSource
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

    /// <summary>Brings more characters behind the ones we have; false when the file is at its end.</summary>
    private bool Fill()
    {
        if (_invalid) throw new Refused("encoding_wrong", FileName, Row + 1);
        if (_ended) return false;
        _text.AsSpan(_start, _end - _start).CopyTo(_text);
        _end -= _start;
        _start = 0;
        if (_end > LongestRow) throw new Refused("line_too_long", FileName, Row + 1, LongestRow);
        if (_text.Length - _end < Chunk) Array.Resize(ref _text, 2 * _text.Length);
        // The bytes looked at for a mark may fill the buffer already: then nothing is read, and that is not the end.
        var full = _held == _raw.Length;
        var got = full ? 0 : ReadBytes();
        _held += got;
        var last = got == 0 && !full;
        var status = Utf8.ToUtf16(_raw.AsSpan(0, _held), _text.AsSpan(_end), out var used, out var made,
            replaceInvalidSequences: false, isFinalBlock: last);
        _invalid = status == OperationStatus.InvalidData;
        _raw.AsSpan(used, _held - used).CopyTo(_raw);
        _held -= used;
        _end += made;
        _ended = last && !_invalid;
        return !_ended;
    }

    private int ReadBytes()
    {
        try
        {
            var got = _bytes.Read(_raw, _held, _raw.Length - _held);
            _decoded += got;
            if (got == 0 && _bytes is System.IO.Compression.GZipStream && !GzipEnd.IsWhole(_file.Name, _decoded))
                throw new Refused("archive_broken", FileName, Row + 1);
            // Rows are read one by one, so a bomb costs time only; still, nobody's export packs a thousandfold.
            if (_decoded > 1L << 28 && _decoded / 500 > _file.Position) throw new Refused("archive_suspicious", FileName);
            return got;
        }
        catch (InvalidDataException)
        {
            throw new Refused("archive_broken", FileName, Row + 1);
        }
    }

    private static bool IsMark(ReadOnlySpan<byte> head, params ReadOnlySpan<byte> mark) => head.StartsWith(mark);

    private void SkipMark(ref Stream bytes)
    {
        while (_held < 3 && ReadBytes() is > 0 and var got) _held += got;
        var head = _raw.AsSpan(0, _held);
        if (IsMark(head, 0xEF, 0xBB, 0xBF)) Drop(3);
        else if (IsMark(head, 0xFF, 0xFE)) bytes = Transcoded(bytes, Encoding.Unicode);
        else if (IsMark(head, 0xFE, 0xFF)) bytes = Transcoded(bytes, Encoding.BigEndianUnicode);
    }

    private void Drop(int count)
    {
        _raw.AsSpan(count, _held - count).CopyTo(_raw);
        _held -= count;
    }

    private Stream Transcoded(Stream bytes, Encoding from)
    {
        Drop(2);
        var begun = new PrefixedStream(_raw.AsSpan(0, _held).ToArray(), bytes);
        _held = 0;
        return Encoding.CreateTranscodingStream(begun, from, Encoding.UTF8);
    }

    public override void Dispose()
    {
        _bytes.Dispose();
        _file.Dispose();
        base.Dispose();
    }
}
