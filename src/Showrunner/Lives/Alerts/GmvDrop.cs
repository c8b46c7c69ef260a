using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Alerts;

/// <summary>GMV falls far below what this show itself and shows like it have at that point.</summary>
public sealed class GmvDrop() : MinuteRule(LiveMeasure.Gmv, MinuteTest.Drop)
{
    public override string Code => "gmv_drop";
}
