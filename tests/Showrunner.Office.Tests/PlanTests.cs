using System.Text;
using System.Xml.Linq;

namespace Showrunner.Office.Tests;

/// <summary>Project plans, written and read again.</summary>
public sealed class PlanTests
{
    private static readonly XNamespace Space = "http://schemas.microsoft.com/project";

    // The schema's order of what we write; Project refuses a file in another.
    private static readonly string[] TaskOrder =
    [
        "UID", "ID", "Name", "Active", "Manual", "Type", "IsNull", "WBS", "OutlineNumber", "OutlineLevel", "Priority", "Start", "Finish", "Duration", "ManualStart", "ManualFinish", "ManualDuration",
        "DurationFormat", "EffortDriven", "Estimated", "Milestone", "Summary", "PercentComplete", "PercentWorkComplete", "ActualStart", "ActualFinish", "ActualDuration", "RemainingDuration",
        "ConstraintType", "CalendarUID", "ConstraintDate", "Deadline", "Notes", "PredecessorLink",
    ];

    private static readonly Plan Campaign = new(
        "12.12 <campaign> & LIVE", At(23, 8),
        new PlanTask(10, "Prepare 🎉", At(23, 8), At(27, 17)) { PercentComplete = 40 },
        new PlanTask(11, "Choose creators", At(23, 8), At(24, 17)) { Level = 2, PercentComplete = 100, Notes = "With Ayu.\nAnd Rini." },
        new PlanTask(12, "Ship samples", At(25, 8), At(27, 17)) { Level = 2, Predecessors = [new(11), new(10, LinkKind.StartToStart, TimeSpan.FromHours(4))], Deadline = At(28, 17), PercentComplete = 50 },
        new PlanTask(13, "Pack", At(25, 8), At(25, 12)) { Level = 3 },
        new PlanTask(20, "Go LIVE", At(30, 9), At(30, 9)) { Predecessors = [new(12, LinkKind.FinishToFinish, TimeSpan.FromHours(-8)), new(11, LinkKind.StartToFinish)], IsFixed = true })
    {
        Subject = "campaign: VN/77",
        Author = "Desk",
        Company = "Showrunner",
        Currency = "IDR",
        Saved = new DateTime(2026, 11, 22, 9, 0, 0),
        Calendar = WorkCalendar.Of("Jakarta", [.. Enum.GetValues<DayOfWeek>().Where(d => d != DayOfWeek.Sunday)]) with
        {
            Special = [new("Holiday", new(2026, 11, 26), new(2026, 11, 26)), new("Late LIVE", new(2026, 11, 29), new(2026, 11, 29)) { Shifts = [new(new(20, 0), new(0, 0))] }],
        },
        Resources = [new(1, "Ayu") { Email = "ayu@example.com", Group = "Desk" }, new(2, "Ring light") { Kind = ResourceKind.Material }, new(3, "Shipping") { Kind = ResourceKind.Cost }],
        Assignments = [new(11, 1, 0.5m), new(12, 2, 3)],
    };

    private static DateTime At(int day, int hour) => new(2026, 11, day, hour, 0, 0);

    private static byte[] Of(Plan plan)
    {
        using var stream = new MemoryStream();
        PlanWriter.Write(stream, plan);
        return stream.ToArray();
    }

    private static Plan Read(byte[] file) => PlanReader.Read(new MemoryStream(file));

    private static Plan Read(string xml) => Read(Encoding.UTF8.GetBytes($"<Project xmlns=\"{Space}\">{xml}</Project>"));

    [Fact]
    public void A_plan_comes_back_as_it_was()
    {
        var file = Of(Campaign);
        Files.Keep("plan.xml", file);
        Assert.Equal(file, Of(Campaign));
        var read = Read(file);
        Assert.Equal((Campaign.Name, Campaign.Start, Campaign.Saved, Campaign.Subject, Campaign.Author, Campaign.Company, Campaign.Currency), (read.Name, read.Start, read.Saved, read.Subject, read.Author, read.Company, read.Currency));
        Assert.Equal(Campaign.Tasks.Select(t => t with { Predecessors = [], Duration = null }), read.Tasks.Select(t => t with { Predecessors = [], Duration = null }));
        Assert.Equal(Campaign.Tasks.SelectMany(t => t.Predecessors), read.Tasks.SelectMany(t => t.Predecessors));
        Assert.Equal(Campaign.Resources, read.Resources);
        Assert.Equal(Campaign.Assignments, read.Assignments);
        Assert.Equal(Campaign.Calendar.Week.OrderBy(d => d.Key).SelectMany(d => d.Value), read.Calendar.Week.OrderBy(d => d.Key).SelectMany(d => d.Value));
        Assert.Equal(Campaign.Calendar.Special.Select(s => (s.Name, s.First, s.Last, s.Shifts.Count)), read.Calendar.Special.Select(s => (s.Name, s.First, s.Last, s.Shifts.Count)));
        Assert.Equal(file, Of(read));
    }

    [Fact]
    public void Working_time_leaves_out_nights_breaks_and_holidays()
    {
        Assert.Equal(TimeSpan.FromHours(16), Campaign.Calendar.Between(At(25, 8), At(27, 17)));
        Assert.Equal(TimeSpan.FromHours(5), Campaign.Calendar.Between(At(28, 16), At(30, 8)));
        Assert.Equal(TimeSpan.FromHours(1), WorkCalendar.Standard.Between(At(23, 11), At(23, 13)));
        Assert.Equal(TimeSpan.Zero, WorkCalendar.Standard.Between(At(23, 11), At(22, 13)));
        var ship = Campaign.Tasks[2];
        Assert.Equal("PT16H0M0S", Task(12).Element(Space + "Duration")!.Value);
        Assert.Equal("PT8H0M0S", Task(12).Element(Space + "ActualDuration")!.Value);
        Assert.Equal(["0", "1", "1.1", "1.2", "1.2.1", "2"], XDocument.Load(new MemoryStream(Of(Campaign))).Descendants(Space + "OutlineNumber").Select(n => n.Value));
        Assert.Equal(50, ship.PercentComplete);
    }

    [Fact]
    public void Elements_stand_in_the_order_of_the_schema()
    {
        foreach (var uid in new[] { 10, 11, 12, 20 })
        {
            var places = Task(uid).Elements().Select(e => Array.IndexOf(TaskOrder, e.Name.LocalName)).ToList();
            Assert.DoesNotContain(-1, places);
            Assert.Equal(places.Order(), places);
        }
        var parts = XDocument.Load(new MemoryStream(Of(Campaign))).Root!.Elements().Select(e => e.Name.LocalName).ToList();
        Assert.Equal(["Calendars", "Tasks", "Resources", "Assignments"], parts[^4..]);
    }

    [Fact]
    public void A_plan_of_another_program_is_read_as_it_is_meant()
    {
        var plan = Read("""
            <SaveVersion>14</SaveVersion><Name>file.xml</Name><StartDate>2026-11-23T08:00:00+07:00</StartDate><CalendarUID>7</CalendarUID><Views><View><Name>&amp;Gantt</Name></View></Views><Maps/>
            <Calendars><Calendar><UID>7</UID><Name>Old</Name><WeekDays>
              <WeekDay><DayType>2</DayType><DayWorking>1</DayWorking><WorkingTimes><WorkingTime><FromTime>09:00:00</FromTime><ToTime>00:00:00</ToTime></WorkingTime><WorkingTime/></WorkingTimes></WeekDay></WeekDays>
              <Exceptions>
              <Exception><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2028-12-31T23:59:00</ToDate></TimePeriod><Name>Independence</Name><Type>2</Type><Month>7</Month><MonthDay>17</MonthDay><DayWorking>0</DayWorking></Exception>
              <Exception><TimePeriod><FromDate>2026-11-02T00:00:00</FromDate><ToDate>2026-11-30T23:59:00</ToDate></TimePeriod><Name>Every other Monday</Name><Type>6</Type><Period>2</Period><DaysOfWeek>2</DaysOfWeek><DayWorking>0</DayWorking></Exception>
              <Exception><TimePeriod><FromDate>2026-01-01T00:00:00</FromDate><ToDate>2026-03-31T23:59:00</ToDate></TimePeriod><Name>Last Friday</Name><Type>5</Type><Period>1</Period><MonthItem>8</MonthItem><MonthPosition>4</MonthPosition><DayWorking>0</DayWorking></Exception>
              </Exceptions></Calendar></Calendars>
            <Tasks><Task><UID>0</UID><OutlineLevel>0</OutlineLevel><Name>Whole</Name></Task><Task><UID>1</UID><IsNull>1</IsNull></Task>
              <Task><UID>2</UID><Name>A</Name><OutlineLevel>3</OutlineLevel><Start>2026-11-23T09:00:00</Start><Finish>2026-11-23T17:00:00</Finish><Duration>PT8H0M0S</Duration><Baseline><Start>x</Start></Baseline></Task>
              <Task><UID>3</UID><Name>B</Name><PredecessorLink><PredecessorUID>2</PredecessorUID><Type>3</Type><LinkLag>50</LinkLag><LagFormat>19</LagFormat></PredecessorLink>
                <PredecessorLink><PredecessorUID>2</PredecessorUID><LinkLag>14400</LinkLag><LagFormat>8</LagFormat></PredecessorLink><PredecessorLink><PredecessorUID>99</PredecessorUID></PredecessorLink></Task></Tasks>
            <Resources><Resource><UID>0</UID></Resource><Resource><UID>5</UID><Type>1</Type></Resource></Resources>
            <Assignments><Assignment><TaskUID>2</TaskUID><ResourceUID>-65535</ResourceUID></Assignment><Assignment><TaskUID>3</TaskUID><ResourceUID>5</ResourceUID><Units>0.5</Units></Assignment></Assignments>
            """);
        Assert.Equal((2, 1, new DateTime(2026, 11, 23, 8, 0, 0)), (plan.Tasks[0].Uid, plan.Tasks[0].Level, plan.Start));
        Assert.Equal([new(2, LinkKind.StartToStart, TimeSpan.FromHours(4)), new PlanLink(2, LinkKind.FinishToStart, TimeSpan.FromHours(8))], plan.Tasks[1].Predecessors);
        Assert.Equal(plan.Start, plan.Tasks[1].Start);
        Assert.Equal([new PlanAssignment(3, 5, 0.5m)], plan.Assignments);
        Assert.Equal(TimeSpan.FromHours(15), plan.Calendar.Between(new DateTime(2026, 11, 23), new DateTime(2026, 11, 24)));
        var days = plan.Calendar.Special.ToLookup(s => s.Name, s => s.First.ToString("MM-dd"));
        Assert.Equal(["08-17", "08-17", "08-17"], days["Independence"]);
        Assert.Equal(["11-02", "11-16", "11-30"], days["Every other Monday"]);
        Assert.Equal(["01-30", "02-27", "03-27"], days["Last Friday"]);
    }

    [Fact]
    public void Files_made_to_harm_or_no_plans_are_refused_with_a_reason()
    {
        Assert.Equal("plan_not_xml", Refused("PK\u0003\u0004"));
        Assert.Equal("plan_not_xml", Refused("<!DOCTYPE Project [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Project><Name>&x;</Name></Project>"));
        Assert.Equal("plan_not_project", Refused("<html/>"));
        Assert.Equal("plan_not_project", Refused("<Project><Tasks><Task><Name>" + string.Concat(Enumerable.Repeat("<x>", 100_000))));
        Assert.Equal("plan_not_xml", Refused("<Project><Tasks><Task><UID>1</UID>"));
        Assert.Equal("plan_value", Refused("<Project><Tasks><Task><UID>1</UID><Start>tomorrow</Start></Task></Tasks></Project>"));
        Assert.Equal("plan_value", Refused("<Project><Tasks><Task><UID>99999999999999</UID></Task></Tasks></Project>"));
        Assert.Equal("plan_too_large", Refused("<Project><Resources>" + string.Concat(Enumerable.Repeat("<Resource/>", PlanReader.MostEntries + 1))));

        string Refused(string file) => Assert.Throws<PlanException>(() => Read(Encoding.UTF8.GetBytes(file))).Code;
    }

    [Fact]
    public void What_project_would_change_silently_is_refused()
    {
        var task = Campaign.Tasks[0];
        foreach (var wrong in new PlanTask[][] { [task, task], [task with { Uid = 0 }], [task with { Level = 2 }], [task with { Finish = At(1, 8) }], [task with { PercentComplete = 101 }], [task with { Predecessors = [new(10)] }], [task with { Predecessors = [new(77)] }] })
            Assert.Throws<ArgumentException>(() => Of(new Plan("x", At(1, 8), wrong)));
        Assert.Throws<ArgumentException>(() => Of(new Plan("x", At(1, 8), task) { Assignments = [new(10, 1)] }));
        Assert.NotEmpty(Of(new Plan("", At(1, 8))));
    }

    private static XElement Task(int uid) => XDocument.Load(new MemoryStream(Of(Campaign))).Descendants(Space + "Task").Single(t => t.Element(Space + "UID")!.Value == uid.ToString());
}
