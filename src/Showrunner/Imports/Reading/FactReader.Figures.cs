using Showrunner.Imports.Kinds;
using Showrunner.Ledger;
using Showrunner.Platform;

namespace Showrunner.Imports.Reading;

// Figures that may be a range or kept back, and the period they are about.
internal abstract partial class FactReader
{
    protected bool Figure(int column, FigureUnit unit, out Figure? figure)
    {
        figure = null;
        var text = Cell(column);
        if (NumberText.IsNone(text)) return true;
        if (Words.IsNotShared(text))
        {
            figure = Ledger.Figure.NotShared;
            return true;
        }
        var dash = text.Length < 3 ? -1 : text[1..^1].IndexOfAny('-', '–', '~') + 1;
        if (dash <= 0)
        {
            if (!Value(text, unit, column, out var exact)) return false;
            figure = Ledger.Figure.Exact(exact);
            return true;
        }
        if (!Value(text[..dash].Trim(), unit, column, out var low) || !Value(text[(dash + 1)..].Trim(), unit, column, out var high)) return false;
        // Market-data tools now and then give the ends the other way round.
        if (low > high) (low, high) = (high, low);
        figure = low == high ? Ledger.Figure.Exact(low) : Ledger.Figure.Range(low, high);
        return true;
    }

    private bool Value(ReadOnlySpan<char> text, FigureUnit unit, int column, out long value)
    {
        value = 0;
        var percent = unit == FigureUnit.Ratio && text.Length > 0 && text[^1] == '%';
        var reading = NumberText.Read(percent ? text[..^1].TrimEnd() : text, _style, unit == FigureUnit.Count || (unit == FigureUnit.Money && _style.WholeMoney), out var number);
        if (reading != NumberReading.Ok) return Fail(reading == NumberReading.None ? "number_wrong" : Code(reading), column, Cell(column));
        var decimals = unit switch
        {
            FigureUnit.Money => _style.MinorUnits,
            FigureUnit.Ratio => percent ? PpmDecimals - 2 : PpmDecimals,
            _ => 0,
        };
        return number.TryScale(decimals, out value) || Fail("number_too_large", column, Cell(column));
    }

    /// <summary>The measures among the columns, with their units.</summary>
    protected (string Measure, int Column, FigureUnit Unit)[] Measures() =>
        [.. Recognition.Fields.Where(field => !TotalField.Words.Contains(field.Key)).Select(field => (field.Key, field.Value, TotalField.Unit(field.Key)))];

    protected bool FillTotals((string Measure, int Column, FigureUnit Unit)[] measures, Dictionary<string, Figure> totals)
    {
        totals.Clear();
        foreach (var (measure, column, unit) in measures)
        {
            if (!Figure(column, unit, out var figure)) return false;
            if (figure is { } found) totals[measure] = found;
        }
        return true;
    }

    protected (DateOnly From, DateOnly To)? KnownPeriod =>
        Options.Period ?? (Recognition is { PeriodFrom: { } from, PeriodTo: { } to } ? (from, to) : null);

    protected (DateOnly From, DateOnly To) Period()
    {
        var (from, to) = KnownPeriod ?? throw new Refused("period_needed", Recognition.FileName);
        return from <= to ? (from, to) : throw new Refused("file_period_backwards", Recognition.FileName, from, to);
    }
}
