using Showrunner.Office;

namespace Showrunner.Reports.Weekly;

internal static class ChannelSection
{
    public const string Name = "channels";

    public static Section Of(WeeklyFigures figures, ReportWords words, Changes story)
    {
        var sheet = words.Say("report.sheet.channels");
        var heading = words.Say("dimension.channel");
        var channels = figures.Channels.Where(c => c.Gmv != 0 || (figures.Compared && c.Before != 0)).ToList();
        if (channels.Count == 0) return new Section(sheet, words.Say("report.noChannels")) { Code = Name, Sentences = [words.Say("report.noChannels.text")] };
        var headline = words.Say("report.channelLeads", channels[0].Label, words.Formats.Rate((double?)Rank.Share(channels[0].Gmv, figures.Gmv)), words.Money(channels[0].Gmv));
        List<ChartSeries> drawn = [new(words.Label("gmv"))];
        if (figures.Compared) drawn.Insert(0, new ChartSeries(words.Before("gmv"), SeriesRole.Comparison));
        return new Section(sheet, headline)
        {
            Code = Name,
            Table = new ContentTable(Name, Rank.Table(heading, words.Say("table.total"), channels, figures, words),
                new ChartSpec(ChartKind.Column, words.Say("report.gmvByChannel"), heading, drawn) { Description = headline }),
            Sentences = [.. story.Of(channels)],
            Notes = figures.FromTotals ? [words.Say("report.channelTotals")] : [words.Say("report.channelOrders")],
        };
    }
}
