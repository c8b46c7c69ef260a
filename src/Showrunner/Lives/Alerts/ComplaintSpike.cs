using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Alerts;

/// <summary>Comments that complain come far more often than usual.</summary>
public sealed class ComplaintSpike() : MinuteRule(LiveMeasure.Complaints, MinuteTest.Spike)
{
    public override string Code => "complaint_spike";
}
