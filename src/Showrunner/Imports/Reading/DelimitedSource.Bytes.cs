using System.Buffers;
using System.IO.Compression;
using System.Text;
using System.Text.Unicode;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

// Bytes to characters: unpacked, decoded strictly, and never more at once than a row may have.
internal sealed partial class DelimitedSource
{
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
            if (got == 0 && _bytes is GZipStream && !GzipEnd.IsWhole(_file.Name, _decoded))
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
}
