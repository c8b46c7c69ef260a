using DocumentFormat.OpenXml;
using A = DocumentFormat.OpenXml.Drawing;

namespace Showrunner.Office;

/// <summary>Puts a template's theme in the place of our palette and font: colours keep their roles and follow the theme when it is changed.</summary>
internal static class Recolour
{
    private static readonly Dictionary<string, Func<A.SchemeColor>> Roles = new(StringComparer.OrdinalIgnoreCase)
    {
        [Palette.Ink] = () => Scheme(A.SchemeColorValues.Text1),
        [Palette.Heading] = () => Scheme(A.SchemeColorValues.Text1),
        [Palette.Muted] = () => Scheme(A.SchemeColorValues.Text1, 65, 35),
        [Palette.Comparison] = () => Scheme(A.SchemeColorValues.Text1, 65, 35),
        [Palette.Context] = () => Scheme(A.SchemeColorValues.Text1, 50, 50),
        [Palette.Rule] = () => Scheme(A.SchemeColorValues.Background1, 85),
        [Palette.Wash] = () => Scheme(A.SchemeColorValues.Background1, 95),
        [Palette.Band] = () => Scheme(A.SchemeColorValues.Background1, 90),
        [Palette.Paper] = () => Scheme(A.SchemeColorValues.Background1),
        [Palette.Series[0]] = () => Scheme(A.SchemeColorValues.Accent1),
        [Palette.Series[1]] = () => Scheme(A.SchemeColorValues.Accent2),
        [Palette.Series[2]] = () => Scheme(A.SchemeColorValues.Accent3),
        [Palette.Series[3]] = () => Scheme(A.SchemeColorValues.Accent4),
        [Palette.Series[4]] = () => Scheme(A.SchemeColorValues.Accent5),
        [Palette.Series[5]] = () => Scheme(A.SchemeColorValues.Accent6),
        [Palette.Series[6]] = () => Scheme(A.SchemeColorValues.Accent1, 60, 40),
        [Palette.Series[7]] = () => Scheme(A.SchemeColorValues.Accent2, 60, 40),
    };

    /// <summary>Only charts: text on pages takes its colours from styles.</summary>
    public static void InCharts(OpenXmlPartRootElement root)
    {
        if (root is DocumentFormat.OpenXml.Drawing.Charts.ChartSpace) Apply(root);
    }

    /// <summary>Good and bad news keep their colours: these mean the same in every company.</summary>
    public static void Apply(OpenXmlElement root)
    {
        foreach (var fixedColour in root.Descendants<A.RgbColorModelHex>().ToList())
        {
            if (fixedColour.Val?.Value is not { } hex || !Roles.TryGetValue(hex, out var role)) continue;
            var scheme = role();
            foreach (var own in fixedColour.ChildElements.ToList()) scheme.Append(own.CloneNode(true));
            fixedColour.Parent!.ReplaceChild(scheme, fixedColour);
        }
        foreach (var font in root.Descendants<A.LatinFont>().Where(f => f.Typeface?.Value == Theme.Font)) font.Typeface = "+mn-lt";
    }

    /// <summary>Type and measures of a table or text that was set for our page, for one of another size.</summary>
    public static void Scale(OpenXmlElement root, double across, double down)
    {
        var type = Math.Min(1, Math.Min(across, down));
        foreach (var column in root.Descendants<A.GridColumn>()) column.Width = (long)Math.Round((column.Width?.Value ?? 0) * across);
        foreach (var row in root.Descendants<A.TableRow>()) row.Height = (long)Math.Round((row.Height?.Value ?? 0) * down);
        foreach (var run in root.Descendants<A.RunProperties>()) if (run.FontSize?.Value is { } size) run.FontSize = Math.Max(700, (int)Math.Round(size * type / 50) * 50);
        foreach (var space in root.Descendants<A.SpacingPoints>()) if (space.Val?.Value is { } points) space.Val = (int)Math.Round(points * type);
    }

    private static A.SchemeColor Scheme(A.SchemeColorValues value, int? modulation = null, int? offset = null)
    {
        var colour = new A.SchemeColor { Val = value };
        if (modulation is { } m) colour.Append(new A.LuminanceModulation { Val = m * 1000 });
        if (offset is { } o) colour.Append(new A.LuminanceOffset { Val = o * 1000 });
        return colour;
    }
}
