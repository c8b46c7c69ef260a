using Microsoft.AspNetCore.Components;

namespace Showrunner.Web;

/// <summary>One column of a <c>RankedTable</c>. Header is a text key; Name stands for it where the heading is data.</summary>
public sealed record Column<T>(string Header)
{
    public string? Name { get; init; }
    public Func<T, Formats, string>? Text { get; init; }
    public RenderFragment<T>? Cell { get; init; }
    public Func<T, string?>? Href { get; init; }
    /// <summary>Code in the address; null cannot be sorted.</summary>
    public string? Sort { get; init; }
    public bool Numeric { get; init; }
    /// <summary>Metric code whose definition the heading opens.</summary>
    public string? Define { get; init; }
    /// <summary>Shown only when a person chooses it.</summary>
    public bool Extra { get; init; }
    /// <summary>In the totals row.</summary>
    public Func<Formats, string>? Total { get; init; }
    /// <summary>Where the total leads.</summary>
    public string? TotalHref { get; init; }
    public Func<T, bool>? Estimated { get; init; }
    /// <summary>A share from 0 to 1 drawn behind the figure.</summary>
    public Func<T, double?>? Bar { get; init; }
}

/// <summary>The usual columns: <c>Column.Money&lt;Row&gt;("metric.gmv", row => row.Gmv, sort: "gmv")</c>.</summary>
public static class Column
{
    public static Column<T> Text<T>(string header, Func<T, string?> value, string? sort = null, Func<T, string?>? href = null) =>
        new(header) { Text = (row, _) => value(row) is { Length: > 0 } text ? text : Formats.Unknown, Sort = sort, Href = href };

    public static Column<T> Money<T>(string header, Func<T, long?> value, string? sort = null, string? define = null, Func<Formats, string>? total = null) =>
        Figure<T>(header, (row, formats) => formats.Money(value(row)), sort, define, total);

    public static Column<T> Count<T>(string header, Func<T, long?> value, string? sort = null, string? define = null, Func<Formats, string>? total = null) =>
        Figure<T>(header, (row, formats) => formats.Count(value(row)), sort, define, total);

    public static Column<T> Rate<T>(string header, Func<T, double?> value, string? sort = null, string? define = null, Func<Formats, string>? total = null) =>
        Figure<T>(header, (row, formats) => formats.Rate(value(row)), sort, define, total);

    public static Column<T> Day<T>(string header, Func<T, DateOnly?> value, string? sort = null) =>
        new(header) { Text = (row, formats) => formats.Day(value(row)), Sort = sort };

    public static Column<T> When<T>(string header, Func<T, DateTimeOffset?> value, string? sort = null) =>
        new(header) { Text = (row, formats) => formats.When(value(row)), Sort = sort };

    /// <summary>Markup of the page's own: <c>Column.Of&lt;Row&gt;("x.state", row => @&lt;State Code="@row.State" /&gt;)</c>.</summary>
    public static Column<T> Of<T>(string header, RenderFragment<T> cell, string? sort = null, bool numeric = false) =>
        new(header) { Cell = cell, Sort = sort, Numeric = numeric };

    private static Column<T> Figure<T>(string header, Func<T, Formats, string> text, string? sort, string? define, Func<Formats, string>? total) =>
        new(header) { Text = text, Sort = sort, Define = define, Total = total, Numeric = true };
}
