using System.IO.Compression;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>A file as rows of text cells, whatever it is packed in. Spans live until the next Read.</summary>
internal abstract class RowSource(string fileName) : IDisposable
{
    public string FileName { get; } = fileName;

    /// <summary>Number of the current row as a spreadsheet would count it: from 1, blank rows included.</summary>
    public long Row { get; protected set; }

    public abstract int Count { get; }

    /// <summary>A workbook leaves empty cells out, so a short row says nothing; in a text file it means a broken line.</summary>
    public virtual bool OmitsEmptyCells => false;

    /// <summary>Empty when the row has no such cell.</summary>
    public abstract ReadOnlySpan<char> this[int column] { get; }

    /// <summary>Share of the file's bytes read so far, 0 to 1.</summary>
    public abstract double Progress { get; }

    public abstract bool Read();

    public string[] Copy()
    {
        var cells = new string[Count];
        for (var i = 0; i < cells.Length; i++) cells[i] = this[i].ToString();
        return cells;
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>Looks at the first bytes, never at the name's ending.</summary>
    public static RowSource Open(string path, string fileName)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
        try
        {
            Span<byte> head = stackalloc byte[8];
            var length = file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            file.Position = 0;
            head = head[..length];
            if (length == 0) throw new Refused("file_empty", fileName);
            if (head.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) throw new Refused("old_workbook", fileName);
            if (head.StartsWith<byte>([0x25, 0x50, 0x44, 0x46])) throw new Refused("not_text", fileName);
            if (head.StartsWith<byte>([0x1F, 0x8B]))
                return new DelimitedSource(file, new GZipStream(file, CompressionMode.Decompress), fileName);
            if (head.StartsWith<byte>([0x50, 0x4B, 0x03, 0x04])) return ZipFile.Open(file, fileName);
            return new DelimitedSource(file, file, fileName);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
