namespace Showrunner.Web;

/// <summary>What a value counts: money comes as minor units, a rate as a fraction; days, hours and seconds say what they are.</summary>
public enum FigureUnit { Count, Money, Rate, Number, Days, Hours, Seconds }
