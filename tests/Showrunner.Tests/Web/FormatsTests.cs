using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Tests.Web;

public sealed class FormatsTests
{
    private static readonly Texts Said = new();
    private static readonly Dictionary<string, MarketOption> Markets = new()
    {
        ["VND"] = new("VN", "Việt Nam", "VND", 0, 0, "Asia/Ho_Chi_Minh"),
        ["IDR"] = new("ID", "Indonesia", "IDR", 2, 0, "Asia/Jakarta"),
        ["EUR"] = new("DE", "Deutschland", "EUR", 2, 2, "Europe/Berlin"),
        ["USD"] = new("US", "United States", "USD", 2, 2, "America/Los_Angeles"),
    };

    private static Formats In(string language, string currency = "USD", string? zone = null) => new(Said, language, Markets[currency], zone);

    /// <summary>Expected strings are written with ordinary spaces and hyphens; the product uses unbreakable ones.</summary>
    private static string Typed(string text) => text.Replace('\u00A0', ' ').Replace('\u2212', '-');

    [Theory]
    [InlineData("en", "VND", 1_240_000_000, "1.24 B ₫", "1,240,000,000 ₫")]
    [InlineData("en", "IDR", 124_000_000_000, "Rp 1.24 B", "Rp 1,240,000,000")]
    [InlineData("en", "EUR", 1_240_000_000, "€12.4M", "€12,400,000.00")]
    [InlineData("en", "USD", 124_000_000, "$1.24M", "$1,240,000.00")]
    [InlineData("id", "VND", 1_240_000_000, "1,24 M ₫", "1.240.000.000 ₫")]
    [InlineData("id", "IDR", 120_000_000_000, "Rp 1,2 M", "Rp 1.200.000.000")]
    [InlineData("id", "IDR", 4_560_000_000, "Rp 45,6 jt", "Rp 45.600.000")]
    [InlineData("id", "EUR", 1_240_000_000, "€ 12,4 jt", "€ 12.400.000,00")]
    [InlineData("id", "USD", 1_250_050, "US$ 12,5 rb", "US$ 12.500,50")]
    [InlineData("de", "VND", 1_240_000_000, "1,24 Mrd. ₫", "1.240.000.000 ₫")]
    [InlineData("de", "IDR", 4_560_000_000, "45,6 Mio. Rp", "45.600.000 Rp")]
    [InlineData("de", "EUR", 1_240_000_000, "12,4 Mio. €", "12.400.000,00 €")]
    [InlineData("de", "USD", 123_456, "1.235 $", "1.234,56 $")]
    public void Money_is_written_as_people_of_the_language_write_it(string language, string currency, long minor, string brief, string full)
    {
        Assert.Equal(brief, Typed(In(language, currency).MoneyShort(minor)));
        Assert.Equal(full, Typed(In(language, currency).Money(minor)));
    }

    [Theory]
    [InlineData(9_999, "9,999")]
    [InlineData(12_345, "12.3 K")]
    [InlineData(999_499, "999 K")]
    [InlineData(999_500, "1 M")]
    [InlineData(9_995_000, "10 M")]
    [InlineData(-12_345, "-12.3 K")]
    [InlineData(0, "0")]
    public void Short_counts_round_into_the_next_unit(long count, string expected) => Assert.Equal(expected, Typed(In("en").CountShort(count)));

    [Fact]
    public void Small_money_keeps_its_cents_and_loses_are_marked()
    {
        Assert.Equal("$12.34", In("en").MoneyShort(1234));
        Assert.Equal("-$12.34", Typed(In("en").Money(-1234)));
        Assert.Equal("-12,34 €", Typed(In("de", "EUR").Money(-1234)));
    }

    [Theory]
    [InlineData("en", "12.4%")]
    [InlineData("id", "12,4%")]
    [InlineData("de", "12,4 %")]
    public void Rates_have_one_decimal(string language, string expected)
    {
        Assert.Equal(expected, Typed(In(language).Rate(.1239)));
        Assert.Equal("–", In(language).Rate(double.NaN));
    }

    [Fact]
    public void A_rate_that_rounds_to_nothing_is_not_negative() => Assert.Equal("0.0%", In("en").Rate(-.0001));

    [Fact]
    public void Unknown_is_a_dash_and_never_zero()
    {
        var formats = In("en");
        Assert.All([formats.Count(null), formats.Money(null), formats.Rate(null), formats.Range(null, null), formats.Day(null), formats.When(null)], text => Assert.Equal("–", text));
    }

    [Theory]
    [InlineData(3000L, 5000L, "3–5 K")]
    [InlineData(0L, 100L, "0–100")]
    [InlineData(800L, 1200L, "800–1.2 K")]
    [InlineData(10_000L, null, "≥ 10 K")]
    [InlineData(null, 5L, "≤ 5")]
    [InlineData(7L, 7L, "7")]
    public void Ranges_share_their_unit(long? low, long? high, string expected) => Assert.Equal(expected, Typed(In("en").Range(low, high)));

    [Theory]
    [InlineData("en", 12.67, FigureUnit.Days, "13 days")]
    [InlineData("en", 1, FigureUnit.Days, "1 day")]
    [InlineData("id", 9.25, FigureUnit.Days, "9,3 hari")]
    [InlineData("de", 1, FigureUnit.Days, "1 Tag")]
    [InlineData("de", 12500, FigureUnit.Hours, "12.500 Std.")]
    [InlineData("id", 43.2, FigureUnit.Seconds, "43 dtk")]
    public void What_lasts_says_how_it_is_counted(string language, double value, FigureUnit unit, string expected)
    {
        Assert.Equal(expected, Typed(In(language).Full((decimal)value, unit)));
        Assert.Equal(expected, Typed(In(language).Short((decimal)value, unit)));
        Assert.Equal("+" + expected, Typed(In(language).Difference(2 * (decimal)value, (decimal)value, unit).Absolute));
    }

    [Fact]
    public void Changes_say_difference_share_and_way()
    {
        Assert.Equal(new Change("+$1.24M", "+12.4%", 1), In("en").MoneyChange(1_124_000_000, 1_000_000_000));
        Assert.Equal(new Change("±0", "", 0), In("en").CountChange(5, 5));
        Assert.Equal(new Change("+5", "", 1), In("en").CountChange(5, 0));
        Assert.Equal(Change.None, In("en").CountChange(5, null));
        Assert.Equal("-1,0 %-Pkt.", Typed(In("de").RateChange(.03, .04).Absolute));
        Assert.Equal(0, In("en").RateChange(.03001, .03).Sign);
    }

    [Fact]
    public void Fewer_refunds_are_good_news()
    {
        var fewer = In("en").CountChange(3, 9);
        Assert.Equal("good", fewer.Mood(upIsGood: false));
        Assert.Equal("bad", fewer.Mood(upIsGood: true));
        Assert.Equal("flat", fewer.Mood(upIsGood: null));
    }

    [Theory]
    [InlineData("en", "1–28 Nov 2026", "28 Oct – 3 Nov 2026", "28 Dec 2025 – 3 Jan 2026")]
    [InlineData("id", "1–28 Nov 2026", "28 Okt – 3 Nov 2026", "28 Des 2025 – 3 Jan 2026")]
    [InlineData("de", "1.–28. Nov. 2026", "28. Okt. – 3. Nov. 2026", "28. Dez. 2025 – 3. Jan. 2026")]
    public void Periods_say_only_what_differs(string language, string month, string months, string years)
    {
        var formats = In(language);
        Assert.Equal(month, formats.Days(new DayRange(new(2026, 11, 1), new(2026, 11, 28))));
        Assert.Equal(months, formats.Days(new DayRange(new(2026, 10, 28), new(2026, 11, 3))));
        Assert.Equal(years, formats.Days(new DayRange(new(2025, 12, 28), new(2026, 1, 3))));
    }

    [Fact]
    public void A_time_shows_its_zone_when_it_is_not_the_viewers()
    {
        var at = new DateTimeOffset(2026, 11, 22, 18, 5, 0, TimeSpan.Zero);
        Assert.Equal("23 Nov 2026, 01:05 UTC+7", In("en", "IDR").When(at));
        Assert.Equal("23 Nov 2026, 01.05", In("id", "IDR", "Asia/Jakarta").When(at));
        Assert.Equal("22. Nov. 2026, 19:05 UTC+1", In("de", "EUR", "Asia/Jakarta").When(at));
    }
}
