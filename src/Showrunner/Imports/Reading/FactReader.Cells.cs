using System.Buffers;
using System.Globalization;

namespace Showrunner.Imports.Reading;

// Cells to values. Each method answers false after it has noted the problem.
internal abstract partial class FactReader
{
    private const int ConstantColumns = 1 << 20, LongestId = 100, LongestQuote = 200, PpmDecimals = 6;
    private const long MostPlain = 1_000_000_000_000_000;
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    private static readonly SearchValues<char> DigitsAndMarks = SearchValues.Create("0123456789.,");

    private readonly NumberStyle _style;
    private readonly MarketClock _clock;
    private readonly DateTimeOffset _latest;
    private readonly StringPool _pool = new();
    private readonly (string? Text, long Ppm)[] _rates = new (string?, long)[16];

    protected ReadOnlySpan<char> Cell(int column) =>
        column < ConstantColumns ? _source[column].Trim() : _constants[column - ConstantColumns];

    protected bool Fail(string code, int column, ReadOnlySpan<char> text) =>
        Fail(NewProblem(code, column, text));

    protected RowProblem NewProblem(string code, int column, ReadOnlySpan<char> text)
    {
        var header = (uint)column < (uint)_width ? _recognition.Columns[column].Header : "";
        return new RowProblem(Row, code, header, text.Length > LongestQuote ? $"{text[..LongestQuote]}…" : text.ToString());
    }

    protected string Text(int column)
    {
        var text = Cell(column);
        return NumberText.IsNone(text) ? "" : _pool.Get(text);
    }

    /// <summary>A handle as people are found by: without @ and in small letters.</summary>
    protected string Handle(int column)
    {
        var text = Cell(column).TrimStart('@').Trim();
        if (NumberText.IsNone(text)) return "";
        Span<char> small = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        text.ToLowerInvariant(small);
        return _pool.Get(small);
    }

    /// <summary>An id exactly as it stands, out of the quotes that keep spreadsheets from rounding it.</summary>
    protected bool Id(int column, out string id, bool needed = false)
    {
        var text = Cell(column);
        if (text.Length > 0 && text[0] is '\'' or '=' or '"') text = text.TrimStart("='\"").TrimEnd('"').Trim();
        id = "";
        if (NumberText.IsNone(text)) return !needed || Fail("value_missing", column, text);
        if (IsRounded(text)) return Fail("id_rounded", column, text);
        if (text.Length > LongestId) return Fail("id_too_long", column, text);
        id = _pool.Get(text);
        return true;
    }

    // 1.72958E+18
    private static bool IsRounded(ReadOnlySpan<char> text)
    {
        var exponent = text.IndexOf('+') - 1;
        return exponent > 0 && text[exponent] is 'E' or 'e' && char.IsAsciiDigit(text[0]) && text[..exponent].IndexOfAnyExcept(DigitsAndMarks) < 0
            && text[(exponent + 2)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }

    protected bool TryNumber(int column, bool threeAreThousands, out Number? number)
    {
        number = null;
        if (column < 0) return true;
        var text = Cell(column);
        var reading = NumberText.Read(text, _style, threeAreThousands, out var found);
        if (reading == NumberReading.Ok) number = found;
        return reading <= NumberReading.None || Fail(Code(reading), column, text);
    }

    private static string Code(NumberReading reading) => reading switch
    {
        NumberReading.OtherCurrency => "currency_not_market",
        NumberReading.TooLarge => "number_too_large",
        _ => "number_wrong",
    };

    protected bool Money(int column, out long? minor)
    {
        minor = null;
        if (column < 0) return true;
        var text = Cell(column);
        if (text.IsEmpty) return true;
        if (NumberText.TryPlain(text, out var plain) && plain < MostPlain)
        {
            minor = plain * Market.MinorPerMajor;
            return true;
        }
        if (!TryNumber(column, _style.WholeMoney, out var number)) return false;
        return number is not { } found || Minor(found, column, out minor);
    }

    protected bool Minor(Number number, int column, out long? minor)
    {
        var fits = number.TryScale(_style.MinorUnits, out var value);
        minor = fits ? value : null;
        return fits || Fail("number_too_large", column, Cell(column));
    }

    protected bool Count(int column, out long? count, bool mayBeNegative = false)
    {
        count = null;
        if (!TryNumber(column, threeAreThousands: true, out var number)) return false;
        if (number is not { } found) return true;
        if (!found.IsWhole) return Fail("number_not_whole", column, Cell(column));
        if (!found.TryScale(0, out var value)) return Fail("number_too_large", column, Cell(column));
        if (value < 0 && !mayBeNegative) return Fail("number_negative", column, Cell(column));
        count = value;
        return true;
    }

    /// <summary>"15%" and 15 are 150,000 ppm; so is 0.15, because nobody promises a fraction of a percent.</summary>
    protected bool Rate(int column, out long? ppm)
    {
        ppm = null;
        if (column < 0) return true;
        var text = Cell(column);
        if (text.IsEmpty) return true;
        ref var seen = ref _rates[(text[0] + text.Length) & 15];
        if (text.SequenceEqual(seen.Text))
        {
            ppm = seen.Ppm;
            return true;
        }
        var percent = text[^1] is '%' or '％';
        var reading = NumberText.Read(percent ? text[..^1].TrimEnd() : text, _style, false, out var number);
        if (reading == NumberReading.None) return true;
        if (reading != NumberReading.Ok) return Fail("percent_wrong", column, text);
        var share = !percent && number.TryScale(PpmDecimals, out var raw) && Math.Abs(raw) < 1_000_000;
        if (!number.TryScale(share ? PpmDecimals : PpmDecimals - 2, out var value)) return Fail("percent_wrong", column, text);
        ppm = value;
        seen = (text.ToString(), value);
        return true;
    }

    protected bool Moment(int column, out DateTimeOffset? instant, out DateOnly day, bool mayLieAhead = false)
    {
        instant = null;
        day = default;
        if (column < 0) return true;
        var text = Cell(column);
        if (NumberText.IsNone(text)) return true;
        TimeSpan? offset = null;
        DateTime local;
        if (Options.Mapping is { DateFormats.Length: > 0 } mapping)
        {
            if (!DateTime.TryParseExact(text, mapping.DateFormats, Invariant, DateTimeStyles.None, out local)) return Fail("date_wrong", column, text);
        }
        else
        {
            var reading = DateText.Read(text, Options.MonthFirst, out local, out offset);
            if (reading != DateReading.Ok) return Fail(reading == DateReading.Wrong ? "date_wrong" : "date_impossible", column, text);
        }
        (var found, day) = _clock.Read(local, offset);
        instant = found;
        return mayLieAhead || found <= _latest || Fail("date_in_future", column, text);
    }

    protected bool Duration(int column, out long? seconds)
    {
        seconds = null;
        if (column < 0) return true;
        var text = Cell(column);
        if (NumberText.IsNone(text)) return true;
        if (!DurationText.TryRead(text, out var value)) return Fail("duration_wrong", column, text);
        seconds = value;
        return true;
    }

    protected bool CurrencyFits(int column)
    {
        if (column < 0) return true;
        var text = Cell(column);
        return text.IsEmpty || CurrencySigns.Fits(text, Market.Currency) || Fail("currency_not_market", column, text);
    }
}
