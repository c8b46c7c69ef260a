using Showrunner.Markets;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

/// <summary>Walks over a file's data rows: each is either a draft or a problem.</summary>
internal abstract partial class FactReader : IDisposable
{
    private readonly RowSource _source;
    private readonly Recognition _recognition;
    private readonly int _width;
    private readonly List<string> _constants = [];

    protected FactReader(RowSource source, Recognition recognition, MarketRules market, ReadOptions options)
    {
        if (recognition.KindCode is null) throw Recogniser.Unknown(recognition);
        if (recognition.HeaderCurrency is { } sign && !CurrencySigns.Fits(sign, market.Currency))
            throw new Refused("currency_not_market", recognition.FileName, sign, market.Currency, market.Code);
        _source = source;
        _recognition = recognition;
        _width = recognition.Columns.Count;
        _style = NumberStyle.Of(market, options.Mapping?.Decimal);
        _clock = new MarketClock(market, options.Mapping?.Zone);
        _latest = options.Now.AddDays(1);
        Market = market;
        Options = options;
    }

    protected MarketRules Market { get; }
    protected ReadOptions Options { get; }
    protected Recognition Recognition => _recognition;

    /// <summary>Why the row just read is not taken; null when the draft is filled.</summary>
    public RowProblem? Problem { get; private set; }

    /// <summary>What was left out of a row that is taken.</summary>
    public RowProblem? Remark { get; private set; }

    public long Row => _source.Row;
    public double Progress => _source.Progress;

    /// <summary>The row's cells as they stand in the file.</summary>
    public string[] Copy() => _source.Copy();

    /// <summary>True when a data row was consumed. Blank rows, summaries, definitions and repeated headers are passed over.</summary>
    public bool Read()
    {
        while (_source.Read())
        {
            if (_source.Row <= _recognition.HeaderRow || IsBlank() || IsSummary() || IsHeaderAgain() || IsDefinitions()) continue;
            Problem = null;
            Remark = null;
            if (CellsFit()) Fill();
            return true;
        }
        return false;
    }

    /// <summary>Fills the draft from the row's cells; stops at the first problem.</summary>
    protected abstract void Fill();

    protected int Column(string field)
    {
        var index = _recognition.Column(field);
        if (index >= 0 || Options.Mapping?.Constant(field) is not { } constant) return index;
        _constants.Add(constant);
        return ConstantColumns + _constants.Count - 1;
    }

    private bool IsBlank()
    {
        for (var i = 0; i < _source.Count; i++)
        {
            if (!_source[i].IsWhiteSpace()) return false;
        }
        return true;
    }

    private bool IsSummary()
    {
        var first = _source[0].Trim();
        return first.Length is > 0 and < 20 && !char.IsAsciiDigit(first[0]) && Words.IsSummary(first, _source.Row <= _recognition.HeaderRow + 2);
    }

    // Files glued together repeat their header; in another language the columns may stand elsewhere.
    private bool IsHeaderAgain()
    {
        var (column, header) = _anchor ??= FirstUsed();
        var cell = _source[column].Trim();
        if (cell.Length != header.Length && _recognition.Shape is not { IsLanguage: true }) return false;
        if (cell.Equals(header, StringComparison.OrdinalIgnoreCase)) return true;
        if (_recognition.Shape is not { IsLanguage: true } || cell.IsEmpty || char.IsAsciiDigit(cell[^1])) return false;
        if (_anchors!.Contains(HeaderText.Normal(cell))) throw new Refused("second_header", _recognition.FileName, _source.Row);
        return false;
    }

    private (int Column, string Header)? _anchor;
    private HashSet<string>? _anchors;

    private (int, string) FirstUsed()
    {
        var used = _recognition.Columns.First(column => column.Field is not null);
        var kind = Kinds.KindList.All.FirstOrDefault(kind => kind.Code == _recognition.KindCode);
        _anchors = [.. kind?.Layouts.SelectMany(layout => layout.Columns).Select(column => HeaderText.Normal(column.Header)) ?? []];
        return (used.Index, used.Header);
    }

    // Some exports explain their columns in the row below the header: words where figures belong.
    private bool IsDefinitions()
    {
        if (_source.Row > _recognition.HeaderRow + 2) return false;
        var sentences = 0;
        for (var i = 0; i < _source.Count; i++)
        {
            if (i >= _width || !IsFigure(_recognition.Columns[i].Field)) continue;
            var cell = _source[i].Trim();
            if (cell.IndexOfAnyInRange('0', '9') >= 0 && cell.Length < 30) return false;
            if (cell.Length >= 12 && cell.Contains(' ')) sentences++;
        }
        return sentences >= 2;
    }

    /// <summary>Whether a field holds a number, a date or an id, so that a sentence in it explains the column.</summary>
    protected abstract bool IsFigure(string? field);

    private bool CellsFit()
    {
        var count = _source.Count;
        while (count > _width && _source[count - 1].IsWhiteSpace()) count--;
        if (count == _width || (count < _width && _source.OmitsEmptyCells)) return true;
        return Fail(new RowProblem(Row, count < _width ? "row_too_short" : "row_too_long", _width.ToString(Invariant), count.ToString(Invariant)));
    }

    private bool Fail(RowProblem problem)
    {
        Problem = problem;
        return false;
    }

    /// <summary>The problem concerns only what was left out: the row is taken with a remark.</summary>
    protected void Forgive() => (Remark, Problem) = (Problem, null);

    public void Dispose()
    {
        _source.Dispose();
        GC.SuppressFinalize(this);
    }
}
