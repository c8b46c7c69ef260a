using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Alerts;

/// <summary>Refunds come far more often than usual.</summary>
public sealed class RefundSpike() : MinuteRule(LiveMeasure.Refunds, MinuteTest.Spike)
{
    public override string Code => "refund_spike";
}
