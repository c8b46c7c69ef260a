using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace Showrunner.Office;

/// <summary>A place on a slide, in points from the top left; a slide is 960 × 540.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    public const int EmuPerPoint = 12_700;

    public static Box Page { get; } = new(0, 0, 960, 540);

    public static Box Headline { get; } = new(44, 28, 872, 70);

    public static Box Body { get; } = new(44, 102, 872, 394);

    public static Box Foot { get; } = new(44, 508, 780, 20);

    public static Box Number { get; } = new(846, 508, 70, 20);

    public A.Transform2D Transform() => new(Offset(), Extents());

    public P.Transform FrameTransform() => new(Offset(), Extents());

    private A.Offset Offset() => new() { X = Emu(X), Y = Emu(Y) };

    private A.Extents Extents() => new() { Cx = Emu(Width), Cy = Emu(Height) };

    public static long Emu(double points) => (long)Math.Round(points * EmuPerPoint);
}
