namespace Showrunner.Engine.Live.Shows;

/// <summary>What a running show will come to.</summary>
/// <param name="Expected">Best guess of the final figure, in the figure's unit; never below what is there.</param>
/// <param name="Low">With <paramref name="High"/>, where the final figure lies in <paramref name="Level"/> of shows; never below what is there.</param>
/// <param name="High">Upper end.</param>
/// <param name="Level">0 to 1, e.g. 0.8.</param>
/// <param name="Pace">What the pace alone says: what is there, over the share that is usually there by now; null before the tenth minute.</param>
/// <param name="Usual">What past shows alone say of a show of this length.</param>
/// <param name="Shows">Past shows that the interval was calibrated on; below twenty it is a guess of its width.</param>
public sealed record Forecast(double Expected, double Low, double High, double Level, double? Pace, double Usual, int Shows);
