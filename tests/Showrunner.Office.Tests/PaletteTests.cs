using System.Globalization;

namespace Showrunner.Office.Tests;

public sealed class PaletteTests
{
    // Full-strength protanopia and deuteranopia in linear RGB (Viénot, Brettel, Mollon 1999).
    private static readonly double[][] Normal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    private static readonly double[][] Protan = [[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]];
    private static readonly double[][] Deutan = [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]];

    [Fact]
    public void Eight_colours_stay_apart_for_every_kind_of_eye()
    {
        Assert.Equal(8, Palette.Series.Distinct().Count());
        foreach (var eye in new[] { Normal, Protan, Deutan })
            for (var i = 0; i < 8; i++)
                for (var j = i + 1; j < 8; j++)
                {
                    // The first four are the channels and stand side by side; the later ones may come a little closer.
                    var least = j < 4 ? 25 : 20;
                    var far = Distance(Lab(Palette.Series[i], eye), Lab(Palette.Series[j], eye));
                    Assert.True(far >= least, $"{Palette.Series[i]} and {Palette.Series[j]} are {far:0.0} apart for eye {Array.IndexOf([Normal, Protan, Deutan], eye)}");
                }
    }

    [Theory]
    [InlineData(Palette.Ink, Palette.Paper)]
    [InlineData(Palette.Muted, Palette.Paper)]
    [InlineData(Palette.Muted, Palette.Wash)]
    [InlineData(Palette.Good, Palette.Wash)]
    [InlineData(Palette.Bad, Palette.Wash)]
    [InlineData(Palette.Heading, Palette.Band)]
    [InlineData(Palette.NightText, Palette.Night)]
    public void Text_is_readable_on_its_ground(string text, string ground)
    {
        var (a, b) = (Light(text), Light(ground));
        Assert.True((Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05) >= 4.5);
    }

    private static double Light(string colour) => Linear(colour) is var c ? 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] : 0;

    private static double[] Linear(string colour) => [.. Enumerable.Range(0, 3).Select(i =>
    {
        var part = int.Parse(colour.AsSpan(i * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    })];

    private static double[] Lab(string colour, double[][] eye)
    {
        var seen = eye.Select(row => Math.Clamp(row.Zip(Linear(colour), (m, c) => m * c).Sum(), 0, 1)).ToArray();
        var x = F((0.4124 * seen[0] + 0.3576 * seen[1] + 0.1805 * seen[2]) / 0.9505);
        var y = F(0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]);
        var z = F((0.0193 * seen[0] + 0.1192 * seen[1] + 0.9505 * seen[2]) / 1.089);
        return [116 * y - 16, 500 * (x - y), 200 * (y - z)];

        static double F(double t) => t > 0.008856 ? Math.Cbrt(t) : 7.787 * t + 16.0 / 116;
    }

    private static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (p, q) => (p - q) * (p - q)).Sum());
}
