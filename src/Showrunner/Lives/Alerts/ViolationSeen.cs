using Showrunner.Lives.Intake;

namespace Showrunner.Lives.Alerts;

/// <summary>The marketplace or an operator told of a violation in the last ten minutes.</summary>
public sealed class ViolationSeen : AlertRule
{
    public override string Code => "violation";

    public override IEnumerable<Sighting> Look(WatchedShow show)
    {
        var told = show.Marks.Where(mark => mark.Kind == EventKind.Violation).ToList();
        if (told.Count > 0) yield return new("", told.Count, null, told[^1].Text);
    }
}
