using System.IO.Compression;
using System.Text;

namespace Showrunner.Demo.Export;

/// <summary>A CSV as exports write it (UTF-8 with mark, quotes where needed), packed when its name ends in .gz; a row at a time.</summary>
internal sealed class DelimitedFile : IDisposable
{
    private readonly StreamWriter _text;
    private bool _isRowBegun;

    public DelimitedFile(string path, bool isPacked)
    {
        Stream file = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1 << 16);
        _text = new StreamWriter(isPacked ? new GZipStream(file, CompressionLevel.Fastest) : file, new UTF8Encoding(true), 1 << 16);
    }

    public long Rows { get; private set; }

    public void Cell(ReadOnlySpan<char> text)
    {
        if (_isRowBegun) _text.Write(',');
        _isRowBegun = true;
        if (text.IndexOfAny(",\"\n\r") < 0)
        {
            _text.Write(text);
            return;
        }
        _text.Write('"');
        foreach (var c in text)
        {
            if (c == '"') _text.Write('"');
            _text.Write(c);
        }
        _text.Write('"');
    }

    public void EndRow()
    {
        _text.Write("\r\n");
        _isRowBegun = false;
        Rows++;
    }

    public void Row(IEnumerable<string> cells)
    {
        foreach (var cell in cells) Cell(cell);
        EndRow();
    }

    public void Dispose() => _text.Dispose();
}
