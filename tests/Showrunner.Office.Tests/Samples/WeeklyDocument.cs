using System.Globalization;

namespace Showrunner.Office.Tests.Samples;

/// <summary>The same made-up week as a document: every kind of passage, with long and foreign text.</summary>
internal static class WeeklyDocument
{
    public static DocumentSpec Spec => new(
        new Stamp("Weekly review Indonesia", WeeklyReview.AsOf),
        new HeadingPassage("GMV grew by a sixth, and refunds with it"),
        new FiguresPassage([.. ((FiguresSlide)WeeklyDeck.Spec.Slides[1]).Figures]),
        new TextPassage("GMV grew in three of four weeks; without the 11.11 campaign the month would have been level with October.", "Đặng Quốc Bảo và Nguyễn Thị Phương Thảo tăng doanh thu hơn 20% nhờ các phiên LIVE buổi tối.\nHai dòng."),
        new HeadingPassage("11.11 doubled the day"),
        new ChartPassage("GMV per day", WeeklyReview.Trend, new ChartSpec(ChartKind.Line, "GMV per day", "Day", new ChartSeries("GMV before", SeriesRole.Comparison), new ChartSeries("GMV"))),
        new BulletsPassage("11.11 brought Rp 102 M in one day, 2.6 times the day before.", "Zwei Händler verursachen die Hälfte aller Rücksendungen: beide liefern seit dem 14. November aus einem neuen Lager."),
        new HeadingPassage("Every day", 2),
        new TablePassage("Every day of the month", WeeklyReview.Trend),
        new HeadingPassage("Three creators bring half of the GMV"),
        new ChartPassage("GMV per creator", WeeklyReview.Creators, new ChartSpec(ChartKind.Bar, "GMV per creator", "Creator", new ChartSeries("GMV")) { Points = 10 }),
        new TablePassage("Who sold most", WeeklyReview.Creators) { MostRows = 5 },
        new HeadingPassage("How to read this", 3),
        new TextPassage("Weeks begin on Monday.") { IsNote = true })
    {
        Culture = CultureInfo.GetCultureInfo("en-US"),
        Subtitle = "Indonesia · 1–28 Nov 2026 against 4–31 Oct",
        AsOf = "As of 29 Nov 2026, 09:00 WIB · Showrunner",
        Footer = WeeklyReview.What,
        Definitions = [.. WeeklyReview.Terms.Select(t => new Definition(t.Term, t.Meaning))],
    };
}
