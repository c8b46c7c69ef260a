using Microsoft.AspNetCore.Components;
using Showrunner.Web;

namespace Showrunner.Matching.Workbench;

/// <summary>What every ranking of the workbench says of a pair, in one order.</summary>
internal static class MatchColumns
{
    public static IEnumerable<Column<T>> Figures<T>(Func<T, RankCreators.Ranked> of) =>
    [
        Span<T>("match.value", row => (of(row).ValueMinor, of(row).LowValueMinor, of(row).HighValueMinor)), Column.Rate<T>("match.accept", row => of(row).Accept), Column.Rate<T>("match.post", row => of(row).Post),
        Span<T>("match.gmv", row => (of(row).GmvMinor, of(row).LowMinor, of(row).HighMinor)), Column.Money<T>("match.expected", row => of(row).ExpectedMinor),
        Column.Of<T>("match.why", row => Cell<ReasonList>(("Reasons", of(row).Reasons))),
    ];

    private static Column<T> Span<T>(string header, Func<T, (long Value, long Low, long High)> of) =>
        Column.Of<T>(header, row => of(row) is var (value, low, high) ? Cell<MoneySpan>(("Value", value), ("Low", low), ("High", high)) : _ => { }, null, numeric: true);

    public static RenderFragment Cell<T>(params (string Name, object? Value)[] parameters) where T : IComponent => build =>
    {
        build.OpenComponent<T>(0);
        foreach (var (name, value) in parameters) build.AddComponentParameter(1, name, value);
        build.CloseComponent();
    };
}
