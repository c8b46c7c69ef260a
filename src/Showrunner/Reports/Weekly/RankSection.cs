using Showrunner.Office;

namespace Showrunner.Reports.Weekly;

/// <summary>The twenty creators or products that sold most.</summary>
internal static class RankSection
{
    private const int Most = 20, Drawn = 10, LongestName = 42;

    /// <summary>Product names can fill three lines; a sentence needs only enough to know which.</summary>
    public static string Short(string name) => name.Length <= LongestName ? name : name[..(LongestName - 1)].TrimEnd() + "…";

    public static Section Of(string dimension, IReadOnlyList<Group> groups, WeeklyFigures figures, ReportWords words, Changes story)
    {
        var sheet = words.Say($"dimension.{dimension}.many");
        var selling = groups.Where(g => !g.IsNobody && g.Gmv > 0).ToList();
        if (selling.Count == 0) return new Section(sheet, words.Say("report.noneSold." + dimension)) { Code = dimension, Sentences = [words.Say("report.noneSold.text")] };
        var top = selling.Take(Most).ToList();
        var share = words.Formats.Rate((double?)Rank.Share(top.Sum(g => g.Gmv), figures.Gmv));
        var (leader, most) = (Short(top[0].Label), words.Money(top[0].Gmv));
        var headline = selling.Count > Most
            ? words.Say("report.top." + dimension, top.Count, selling.Count, share, leader, most)
            : words.Say("report.all." + dimension, top.Count, share, leader, most);
        var heading = words.Say("dimension." + dimension);
        var wide = dimension == "product";
        List<ChartSeries> drawn = [new(words.Label("gmv"))];
        if (figures.Compared) drawn.Insert(0, new ChartSeries(words.Before("gmv"), SeriesRole.Comparison));
        var table = Rank.Table(heading, words.Say("report.topTotal", top.Count), top, figures, words, wide ? 46 : null);
        return new Section(sheet, headline)
        {
            Code = dimension,
            Table = new ContentTable(dimension, table, wide ? [] :
                [new ChartSpec(ChartKind.Bar, words.Say("report.gmvByCreator"), heading, drawn) { Points = Drawn, Height = 460, Description = headline }])
            {
                SlideColumns = wide ? [.. table.Columns.Take(figures.Compared ? 6 : 4).Select(c => c.Name)] : [],
                SlideRows = wide ? Drawn : null,
            },
            Sentences = [.. story.Of([.. groups.Where(g => !g.IsNobody)])],
            Notes = groups.Any(g => g.IsNobody && g.Gmv != 0) ? [words.Say("report.nobody." + dimension, words.Money(groups.First(g => g.IsNobody).Gmv))] : [],
        };
    }
}
