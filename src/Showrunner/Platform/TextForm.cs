using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace Showrunner.Platform;

/// <summary>Fills the placeholders of one sentence.</summary>
public static partial class TextForm
{
    [GeneratedRegex(@"\{(?<name>[A-Za-z0-9_]+)(\|(?<one>[^|{}]*)\|(?<other>[^|{}]*))?\}")]
    private static partial Regex Placeholder();

    public static IEnumerable<string> Placeholders(string form) =>
        Placeholder().Matches(form).Select(match => match.Groups["name"].Value).Distinct().Order(StringComparer.Ordinal);

    public static string Fill(string form, CultureInfo culture, IReadOnlyList<object?> arguments)
    {
        if (!form.Contains('{')) return form;
        var filled = new StringBuilder(form.Length + 16);
        var from = 0;
        foreach (Match match in Placeholder().Matches(form))
        {
            filled.Append(form, from, match.Index - from);
            from = match.Index + match.Length;
            if (!TryFind(match.Groups["name"].Value, arguments, out var value)) filled.Append(match.Value);
            else if (match.Groups["one"].Success) filled.Append(match.Groups[IsOne(value) ? "one" : "other"].Value);
            else filled.Append(Shown(value, culture));
        }
        return filled.Append(form, from, form.Length - from).ToString();
    }

    private static bool TryFind(string name, IReadOnlyList<object?> arguments, out object? value)
    {
        if (int.TryParse(name, CultureInfo.InvariantCulture, out var index))
        {
            value = index < arguments.Count ? arguments[index] : null;
            return index < arguments.Count;
        }
        foreach (var argument in arguments)
        {
            if (argument is not ITuple { Length: 2 } pair || pair[0] as string != name) continue;
            value = pair[1];
            return true;
        }
        value = null;
        return false;
    }

    private static bool IsOne(object? value) => value switch
    {
        int n => n == 1,
        long n => n == 1,
        decimal n => n == 1,
        double n => n.Equals(1.0),
        _ => false,
    };

    private static string Shown(object? value, CultureInfo culture) => value switch
    {
        null => "–",
        int or long or short or byte => ((IFormattable)value).ToString("N0", culture),
        decimal or double or float => ((IFormattable)value).ToString("#,0.##", culture),
        IFormattable other => other.ToString(null, culture),
        _ => value.ToString() ?? "",
    };
}
