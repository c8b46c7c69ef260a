using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>The first filled sheet of a workbook, row by row. Why not ExcelDataReader: docs/adr/0005.</summary>
internal sealed class WorkbookSource : RowSource
{
    private const int MostRows = 1_048_576, MostColumns = 16_384;
    private static readonly DateTime Start1900 = new(1899, 12, 30), Start1904 = new(1904, 1, 1);

    private readonly FileStream _file;
    private readonly ZipArchive _zip;
    private readonly Workbook _book;
    private readonly XmlReader _sheet;
    private string[] _cells = new string[64];
    private int _count;
    private bool _ahead, _pending;
    private long _next;

    public WorkbookSource(FileStream file, ZipArchive zip, string fileName) : base(fileName)
    {
        _file = file;
        _zip = zip;
        (_book, _sheet) = Guarded(() =>
        {
            var book = new Workbook(zip);
            foreach (var part in book.Sheets)
            {
                var sheet = Workbook.Open(part);
                if (Workbook.ToRow(sheet)) return (book, sheet);
                sheet.Dispose();
            }
            throw new Refused("file_empty", fileName);
        });
        _ahead = true;
    }

    public override int Count => _pending ? 0 : _count;
    public override bool OmitsEmptyCells => true;

    public override double Progress => _file.Length == 0 ? 1 : Math.Clamp((double)_file.Position / _file.Length, 0, 1);

    public override ReadOnlySpan<char> this[int column] => (uint)column < (uint)Count ? _cells[column] : default;

    public override bool Read() => Guarded(() =>
    {
        // Rows left out are blank rows; some writers call every row the first.
        if (_pending)
        {
            Row++;
            _pending = Row < _next;
            return true;
        }
        if (!_ahead && !Workbook.ToRow(_sheet)) return false;
        _ahead = false;
        _next = Math.Max(Row + 1, Workbook.Number(_sheet.GetAttribute("r")));
        if (_next > MostRows) throw new Refused("workbook_broken", FileName);
        ReadCells();
        Row++;
        _pending = Row < _next;
        return true;
    });

    private void ReadCells()
    {
        _count = 0;
        if (_sheet.IsEmptyElement) return;
        var depth = _sheet.Depth;
        while (_sheet.Read() && _sheet.Depth > depth)
        {
            if (_sheet.NodeType != XmlNodeType.Element || _sheet.LocalName != "c") continue;
            var column = Column(_sheet.GetAttribute("r"));
            if (column >= MostColumns) throw new Refused("workbook_broken", FileName);
            var text = Cell();
            if (text.Length == 0) continue;
            if (column >= _cells.Length) Array.Resize(ref _cells, Math.Max(column + 1, 2 * _cells.Length));
            if (column >= _count) Array.Fill(_cells, "", _count, column - _count);
            _cells[column] = text;
            _count = Math.Max(_count, column + 1);
        }
    }

    // "AB12" is column 27; without a reference the cell follows the one before.
    private int Column(string? reference)
    {
        var column = 0;
        foreach (var c in reference ?? "")
        {
            if (!char.IsAsciiLetter(c) || column > MostColumns) break;
            column = 26 * column + (char.ToUpperInvariant(c) - 'A' + 1);
        }
        return column == 0 ? _count : column - 1;
    }

    private string Cell()
    {
        var type = _sheet.GetAttribute("t");
        var style = Workbook.Number(_sheet.GetAttribute("s"));
        if (_sheet.IsEmptyElement) return "";
        var text = "";
        var depth = _sheet.Depth;
        while (_sheet.Read() && _sheet.Depth > depth)
        {
            if (_sheet.NodeType == XmlNodeType.Element && _sheet.LocalName is "v" or "is") text = Workbook.TextOf(_sheet);
        }
        return type switch
        {
            "s" => _book.Text(int.Parse(text, CultureInfo.InvariantCulture)),
            "inlineStr" or "str" or "d" => text,
            "b" => text == "1" ? "TRUE" : "FALSE",
            "e" => "",
            _ => text.Length == 0 ? "" : Plain(text, style),
        };
    }

    // A cell that is a number has a decimal point in every culture: three decimals get a fourth so that
    // nobody takes them for thousands. From 1E+15 on digits are lost; the exponent stays to tell an id reader.
    private string Plain(string text, int style)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return text;
        if (_book.IsDate(style)) return Date(number);
        if (Math.Abs(number) >= 1e15) return number.ToString("0.#####E+0", CultureInfo.InvariantCulture);
        var plain = number.ToString("0.##########", CultureInfo.InvariantCulture);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        return point >= 0 && plain.Length - point == 4 ? plain + "0" : plain;
    }

    private string Date(double days)
    {
        if (days is < 0 or > 2_000_000) return days.ToString(CultureInfo.InvariantCulture);
        var seconds = Math.Round(days * 86_400);
        if (days < 1) return TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture);
        return (_book.StartsIn1904 ? Start1904 : Start1900).AddSeconds(seconds).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
    }

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or FormatException or OverflowException or IOException or InvalidOperationException)
        {
            throw new Refused("workbook_broken", FileName);
        }
    }

    public override void Dispose()
    {
        _sheet.Dispose();
        _zip.Dispose();
        _file.Dispose();
        base.Dispose();
    }
}
