using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>The first filled sheet of a workbook.</summary>
internal sealed class WorkbookSource : RowSource
{
    private const int MostRows = 1_048_576, MostColumns = 16_384;

    private readonly FileStream _file;
    private readonly IExcelDataReader _sheet;
    private string[] _cells = [];
    private int _count;

    // The reader asks for code page 1252 even for workbooks that hold none.
    static WorkbookSource() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public WorkbookSource(FileStream file, string fileName) : base(fileName)
    {
        _file = file;
        _sheet = Guarded(() =>
        {
            var book = ExcelReaderFactory.CreateOpenXmlReader(file);
            while (book.RowCount == 0 && book.NextResult()) { }
            return book;
        });
    }

    public override int Count => _count;
    public override bool OmitsEmptyCells => true;
    public override double Progress => _sheet.RowCount <= 0 ? 1 : Math.Min(1, (double)Row / _sheet.RowCount);

    public override ReadOnlySpan<char> this[int column] => (uint)column < (uint)_count ? _cells[column] : default;

    public override bool Read() => Guarded(() =>
    {
        _count = 0;
        if (!_sheet.Read()) return false;
        Row++;
        if (Row > MostRows || _sheet.FieldCount > MostColumns) throw new Refused("workbook_broken", FileName);
        if (_cells.Length < _sheet.FieldCount) _cells = new string[_sheet.FieldCount];
        for (var i = 0; i < _sheet.FieldCount; i++)
        {
            _cells[i] = Text(_sheet.GetValue(i));
            if (_cells[i].Length > 0) _count = i + 1;
        }
        return true;
    });

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => Text(number),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        TimeSpan span => $"{(int)span.TotalHours:00}:{span.Minutes:00}:{span.Seconds:00}",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    // A cell that is a number has a decimal point in every culture: three decimals get a fourth so that
    // nobody takes them for thousands. From 1E+15 on digits are lost; the exponent stays to tell an id reader.
    private static string Text(double number)
    {
        if (Math.Abs(number) >= 1e15) return number.ToString(CultureInfo.InvariantCulture);
        var text = number.ToString("0.##########", CultureInfo.InvariantCulture);
        return text.Length - text.IndexOf('.', StringComparison.Ordinal) == 4 && text.Contains('.', StringComparison.Ordinal) ? text + "0" : text;
    }

    private T Guarded<T>(Func<T> step)
    {
        try
        {
            return step();
        }
        catch (Exception broken) when (broken is ExcelReaderException or InvalidDataException or XmlException or FormatException
            or IndexOutOfRangeException or ArgumentException or OverflowException or NullReferenceException or InvalidOperationException or IOException)
        {
            throw new Refused("workbook_broken", FileName);
        }
    }

    public override void Dispose()
    {
        _sheet.Dispose();
        _file.Dispose();
        base.Dispose();
    }
}
