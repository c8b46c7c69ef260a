namespace Showrunner.Office;

/// <summary>Where a plot stands on its page. Points from the upper left corner.</summary>
internal readonly record struct PdfPlace(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;
}
