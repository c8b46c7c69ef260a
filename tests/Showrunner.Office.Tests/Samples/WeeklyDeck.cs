using System.Globalization;

namespace Showrunner.Office.Tests.Samples;

/// <summary>The same made-up week as slides: every kind, with long and foreign text.</summary>
internal static class WeeklyDeck
{
    public static DeckSpec Spec => new(
        new Stamp("Weekly review Indonesia", WeeklyReview.AsOf),
        new TitleSlide("Weekly review: GMV up on a strong 11.11", "Indonesia · 1–28 Nov 2026 against 4–31 Oct", "As of 29 Nov 2026, 09:00 WIB · Showrunner") { Notes = "Welcome.\nThe deck takes ten minutes." },
        new FiguresSlide("GMV grew by a sixth, and refunds with it",
            new Figure("GMV", CompactNumbers.Of(1_406_650_000m, WeeklyReview.Rupiah, CultureInfo.GetCultureInfo("en-US")), "+16.1% against October", Mood.Good, "11.11 alone brought 58 M"),
            new Figure("Orders", "7,780", "+11.0% against October", Mood.Good),
            new Figure("Refund rate", "3.4%", "+0.5 pp against October", Mood.Bad, "Two sellers make up half of the refunds"),
            new Figure("Active creators", "214", "±0 against October"),
            new Figure("Durchschnittlicher Bestellwert je aktiver Kundin und aktivem Kunden", "12,4 Mio. €", "−3,2 % gegenüber Oktober", Mood.Bad, "Mehr kleine Bestellungen über Produktkarten, vor allem aus Gutscheinaktionen"),
            new Figure("LIVE hours", "–", "not shared"),
            new Figure("Thời gian phản hồi", "2,4 giờ", "−18% so với tháng 10", Mood.Good),
            new Figure("Late samples", "31", "+4 against October", Mood.Bad)),
        new FiguresSlide("Four figures say it all",
            new Figure("GMV", "1,24 Mrd. ₫", "+16,1 % gegenüber Oktober", Mood.Good, "Ohne 11.11 auf Vormonatshöhe"),
            new Figure("Bestellungen", "7.780", "+11,0 % gegenüber Oktober", Mood.Good),
            new Figure("Rücksendequote", "3,4 %", "+0,5 Prozentpunkte gegenüber Oktober", Mood.Bad),
            new Figure("Aktive Creator", "214", "±0 gegenüber Oktober")),
        new ChartSlide("11.11 doubled the day, and the weekends after stayed higher than before", WeeklyReview.Trend,
            new ChartSpec(ChartKind.Line, "GMV per day", "Day", new ChartSeries("GMV before", SeriesRole.Comparison), new ChartSeries("GMV")))
        {
            Points = ["11.11 brought Rp 102 M in one day, 2.6 times the day before.", "Weekends are 20% above October's since then.", "18 November is missing in the marketplace's export."],
            Notes = "Ask about stock before 12.12.",
        },
        new ChartSlide("Three creators bring half of the GMV", WeeklyReview.Creators, new ChartSpec(ChartKind.Bar, "GMV per creator", "Creator", new ChartSeries("GMV")) { Points = 10 }),
        new ChartSlide("LIVE trägt mehr als die Hälfte des Umsatzes, und sein Anteil wächst weiter: die Produktkarten bleiben klein, aber stetig", WeeklyReview.Channels,
            new ChartSpec(ChartKind.Column, "GMV per channel", "Channel", new ChartSeries("GMV before", SeriesRole.Comparison), new ChartSeries("GMV"))),
        new ChartSlide("LIVE grows week by week", WeeklyReview.ChannelWeeks, new ChartSpec(ChartKind.StackedColumn, "GMV per week", "Week", WeeklyReview.Groups)) { Points = ["LIVE: +42% since week 40", "Video moves with the posting calendar"] },
        new TableSlide("Who sold most", WeeklyReview.Creators),
        new TableSlide("Every day of the month", WeeklyReview.Trend),
        new TextSlide("What changed, and what to do next",
            "GMV grew in three of four weeks; without the 11.11 campaign the month would have been level with October.",
            "Zwei Händler verursachen die Hälfte aller Rücksendungen: beide liefern seit dem 14. November aus einem neuen Lager; Gespräch am Dienstag.",
            "Đặng Quốc Bảo và Nguyễn Thị Phương Thảo tăng doanh thu hơn 20% nhờ các phiên LIVE buổi tối; đề xuất thêm 12 mẫu thử cho tháng 12.",
            "Samples: 31 are late, four more than in October; the courier changed its pick-up time.",
            "Next: secure stock for 12.12 with the three creators that bring half of the GMV."),
        new DefinitionsSlide("What the figures mean", [.. WeeklyReview.Terms.Select(t => new Definition(t.Term, t.Meaning))]))
    {
        Culture = CultureInfo.GetCultureInfo("en-US"),
        Footer = WeeklyReview.What,
    };
}
