using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Showrunner.Markets;

namespace Showrunner.Imports.Reading;

/// <summary>Creators' totals over the file's period.</summary>
internal sealed class PeriodTotalReader : FactReader
{
    private readonly (string, int, FigureUnit)[] _measures;
    private readonly int _creator, _creatorName;

    public PeriodTotalReader(RowSource source, Recognition recognition, MarketRules market, ReadOptions options)
        : base(source, recognition, market, options)
    {
        _measures = Measures();
        _creator = Column(TotalField.Creator);
        _creatorName = Column(TotalField.CreatorName);
        (Current.From, Current.To) = Period();
    }

    public PeriodTotalDraft Current { get; } = new();

    protected override bool IsFigure(string? field) => field is not null && !TotalField.Words.Contains(field);

    protected override void Fill()
    {
        Current.CreatorHandle = Handle(_creator);
        Current.CreatorName = Text(_creatorName);
        if (Current.CreatorHandle.Length == 0) Fail("value_missing", _creator, "");
        else FillTotals(_measures, Current.Totals);
    }
}
