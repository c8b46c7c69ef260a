namespace Showrunner.Web;

/// <summary>What a value counts: money comes as minor units, a rate as a fraction.</summary>
public enum FigureUnit { Count, Money, Rate, Number }
