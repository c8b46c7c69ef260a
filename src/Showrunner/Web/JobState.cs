namespace Showrunner.Web;

/// <summary>How far long work is; also the shape of the JSON that <c>sr-job</c> asks for.</summary>
/// <param name="State">waiting, running, done, failed or cancelled.</param>
/// <param name="Done">Units done.</param>
/// <param name="Total">Units in all; null where unknown.</param>
/// <param name="Rate">Units per second.</param>
/// <param name="SecondsLeft">An estimate.</param>
/// <param name="Message">A sentence in the viewer's language.</param>
/// <param name="ResultUrl">Where the result is; the page goes there when it is done.</param>
public sealed record JobState(
    string State, long Done = 0, long? Total = null, double? Rate = null, double? SecondsLeft = null, string? Message = null, string? ResultUrl = null);
