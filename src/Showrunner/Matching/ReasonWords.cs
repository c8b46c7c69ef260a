using Showrunner.Web;

namespace Showrunner.Matching;

/// <summary>Reasons as sentences in the viewer's language.</summary>
internal static class ReasonWords
{
    public static string Sentence(string text, IReadOnlyList<object> values, Say say, Formats formats) =>
        say[text, [.. values.Select(v => v switch { long minor => formats.Money(minor), double share => formats.Rate(share), _ => v })]];

    public static string Times(double times, Say say, Formats formats) => say["match.times", formats.Number((decimal)Math.Clamp(times, 0.01, 1000), times < 0.95 ? 2 : 1)];
}
