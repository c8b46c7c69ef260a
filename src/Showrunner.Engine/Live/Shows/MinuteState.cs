namespace Showrunner.Engine.Live.Shows;

/// <summary>What the watch of one figure remembers within a show; plain numbers, to be stored as they are.</summary>
/// <param name="Minute">Minutes seen.</param>
/// <param name="Had">Faded sum of the minutes' values, in their unit.</param>
/// <param name="Expected">Faded sum of their rates along the curve.</param>
/// <param name="Evidence">For trouble, 0 or more.</param>
/// <param name="Since">Where the evidence began.</param>
/// <param name="Seen">Sum of values since then, <paramref name="Usual"/> of what was usual, <paramref name="Counted"/> of minutes.</param>
/// <param name="Told">Whether this trouble was told already.</param>
/// <param name="Strayed">Faded sum of squared errors over what was usual, in the figure's unit; <paramref name="Walked"/> of the minutes.</param>
public readonly record struct MinuteState(int Minute, double Had, double Expected, double Evidence, int Since, double Seen, double Usual, int Counted, bool Told, double Strayed, double Walked);
