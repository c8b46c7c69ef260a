using System.Xml.Linq;

namespace Showrunner.Office;

/// <summary>The tasks in a project file.</summary>
internal static class PlanTaskReader
{
    // Lags in percent of the earlier task, and in days of 24 hours.
    private static readonly int[] Percents = [19, 20, 51, 52];
    private static readonly int[] Elapsed = [4, 6, 8, 10, 12, 36, 38, 40, 42, 44];

    public static IReadOnlyList<PlanTask> Of(IReadOnlyList<XElement> tasks, DateTime start, TimeSpan day)
    {
        var lengths = tasks.ToLookup(Uid, t => PlanValue.Length(t, "Duration") ?? TimeSpan.Zero);
        var level = 0;
        var all = new List<PlanTask>(tasks.Count);
        foreach (var task in tasks.DistinctBy(Uid))
        {
            level = Math.Clamp((int)(PlanValue.Number(task, "OutlineLevel") ?? 1), 1, level + 1);
            all.Add(One(task, level, start) with { Predecessors = [.. Links(task).Where(l => l.Uid != Uid(task) && lengths.Contains(l.Uid))] });
        }
        return all;

        IEnumerable<PlanLink> Links(XElement task) => task.Elements().Where(e => e.Name.LocalName == "PredecessorLink" && !PlanValue.Flag(e, "CrossProject")).Select(link =>
        {
            var earlier = (int)(PlanValue.Number(link, "PredecessorUID") ?? 0);
            var lag = (double)(PlanValue.Number(link, "LinkLag") ?? 0);
            var format = (int)(PlanValue.Number(link, "LagFormat") ?? 7);
            var length = Percents.Contains(format) ? lengths[earlier].FirstOrDefault() * (lag / 100)
                : Elapsed.Contains(format) ? TimeSpan.FromMinutes(lag / 10) * (day / TimeSpan.FromDays(1))
                : TimeSpan.FromMinutes(lag / 10);
            return new PlanLink(earlier, (LinkKind)Math.Clamp((int)(PlanValue.Number(link, "Type") ?? 1), 0, 3), length);
        });
    }

    private static int Uid(XElement task) => (int)PlanValue.Number(task, "UID")!.Value;

    private static PlanTask One(XElement task, int level, DateTime planned)
    {
        var start = PlanValue.Time(task, "Start") ?? PlanValue.Time(task, "ManualStart") ?? planned;
        var finish = PlanValue.Time(task, "Finish") ?? PlanValue.Time(task, "ManualFinish") ?? start;
        return new PlanTask(Uid(task), PlanValue.Text(task, "Name") ?? "", start, finish < start ? start : finish)
        {
            Level = level,
            Duration = PlanValue.Length(task, "Duration"),
            IsMilestone = PlanValue.Flag(task, "Milestone"),
            PercentComplete = (int)Math.Clamp(PlanValue.Number(task, "PercentComplete") ?? 0, 0, 100),
            Deadline = PlanValue.Time(task, "Deadline"),
            IsFixed = PlanValue.Flag(task, "Manual"),
            Notes = PlanValue.Text(task, "Notes"),
        };
    }
}
