namespace Showrunner.Office;

/// <summary>What a column shows in the totals row; written as a live formula with its value.</summary>
public abstract record Total
{
    private Total()
    {
    }

    /// <summary>A fixed word such as "Total".</summary>
    public static Total Label(string text) => new LabelTotal(text);

    /// <summary>Sum of the numbers in the column; follows the filter where the table has one.</summary>
    public static Total Sum { get; } = new FunctionTotal("SUM", 109);

    /// <summary>Mean of the numbers in the column; unknown cells do not count.</summary>
    public static Total Average { get; } = new FunctionTotal("AVERAGE", 101);

    /// <summary>Total of one column divided by the total of another, never the mean of ratios.</summary>
    public static Total Ratio(string numerator, string denominator, decimal factor = 1) =>
        new RatioTotal(numerator, denominator, factor);

    /// <summary>A figure known from elsewhere, for columns that do not add up: distinct customers, a ratio of parts not shown.</summary>
    public static Total Figure(object? value) => new FixedTotal(value);

    internal sealed record FixedTotal(object? Value) : Total;

    internal sealed record LabelTotal(string Text) : Total;

    internal sealed record FunctionTotal(string Function, int Subtotal) : Total;

    internal sealed record RatioTotal(string Numerator, string Denominator, decimal Factor) : Total;
}
