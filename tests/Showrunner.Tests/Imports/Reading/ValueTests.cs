using Showrunner.Imports.Reading;
using Showrunner.Markets;

namespace Showrunner.Tests.Imports.Reading;

public class ValueTests
{
    private static MarketRules Market(string code) => code switch
    {
        "VN" => Shared.Vietnam,
        "ID" => Shared.Indonesia,
        "MY" => Shared.Malaysia,
        "US" => Shared.States,
        "DE" => new MarketRules(6, "DE", "EUR", 2, "Europe/Berlin", "de-DE"),
        "JP" => new MarketRules(7, "JP", "JPY", 0, "Asia/Tokyo", "ja-JP"),
        _ => new MarketRules(8, "SG", "SGD", 2, "Asia/Singapore", "en-SG"),
    };

    [Theory]
    [InlineData("VN", "1.234.567", 1_234_567)]
    [InlineData("VN", "1,234,567 ₫", 1_234_567)]
    [InlineData("VN", "12.345", 12_345)]
    [InlineData("VN", "99,000₫", 99_000)]
    [InlineData("VN", "99000.00", 99_000)]
    [InlineData("VN", "81.24万₫", 812_400)]
    [InlineData("VN", "1.234万", 12_340)]
    [InlineData("VN", "4951.96₫", 4_952)]
    [InlineData("VN", "0.5", 1)]
    [InlineData("VN", "-0.5", -1)]
    [InlineData("ID", "Rp1.234.567", 123_456_700)]
    [InlineData("ID", "Rp 12.345", 1_234_500)]
    [InlineData("ID", "12,345", 1_234_500)]
    [InlineData("ID", "1.234,56", 123_456)]
    [InlineData("ID", "1,5jt", 150_000_000)]
    [InlineData("US", "12.345", 1_235)]
    [InlineData("US", "$12,345", 1_234_500)]
    [InlineData("US", "1,234.56", 123_456)]
    [InlineData("US", "1.2K", 120_000)]
    [InlineData("US", "5M", 500_000_000)]
    [InlineData("US", "-$12.50", -1_250)]
    [InlineData("US", "$-12.50", -1_250)]
    [InlineData("US", "0.125", 13)]
    [InlineData("DE", "1.234,56 €", 123_456)]
    [InlineData("DE", "12.345", 1_234_500)]
    [InlineData("DE", "12,345", 1_235)]
    [InlineData("DE", "1 234,5", 123_450)]
    [InlineData("MY", "RM1,234.50", 123_450)]
    [InlineData("JP", "¥12,345", 12_345)]
    [InlineData("SG", "S$1,234.5", 123_450)]
    public void Amounts_are_read_as_their_market_writes_them(string market, string text, long minor)
    {
        var style = NumberStyle.Of(Market(market));
        Assert.Equal(NumberReading.Ok, NumberText.Read(text, style, style.WholeMoney, out var number));
        Assert.True(number.TryScale(style.MinorUnits, out var value));
        Assert.Equal(minor, value);
    }

    [Theory]
    [InlineData("US", "12.345", 12_345)]
    [InlineData("VN", "3.60万", 36_000)]
    [InlineData("VN", "470.00万", 4_700_000)]
    [InlineData("DE", "1,2K", 1_200)]
    [InlineData("US", "1.2亿", 120_000_000)]
    public void Counts_have_no_thousandths(string market, string text, long count)
    {
        Assert.Equal(NumberReading.Ok, NumberText.Read(text, NumberStyle.Of(Market(market)), true, out var number));
        Assert.True(number.TryScale(0, out var value));
        Assert.Equal(count, value);
    }

    [Theory]
    [InlineData("--", "None")]
    [InlineData("-", "None")]
    [InlineData("", "None")]
    [InlineData("N/A", "None")]
    [InlineData("1.23.456", "Wrong")]
    [InlineData("1,234,56", "Wrong")]
    [InlineData("1.234.567,89.1", "Wrong")]
    [InlineData("twelve", "Wrong")]
    [InlineData("12 pieces", "Wrong")]
    [InlineData("1E+05", "Wrong")]
    [InlineData("Rp12", "OtherCurrency")]
    [InlineData("12 EUR", "OtherCurrency")]
    [InlineData("$12 USD", "Wrong")]
    [InlineData("9999999999999999999", "TooLarge")]
    public void What_is_no_amount_is_told_apart(string text, string reading) =>
        Assert.Equal(reading, NumberText.Read(text, NumberStyle.Of(Shared.States), false, out _).ToString());

    [Theory]
    [InlineData("31/12/2025 23:59:59", "2025-12-31T23:59:59", null)]
    [InlineData("2025-01-13 19:32:08(UTC+7)", "2025-01-13T19:32:08", 7.0)]
    [InlineData("2026/04/18/ 22:14", "2026-04-18T22:14:00", null)]
    [InlineData("2025-04-08 19:07:56", "2025-04-08T19:07:56", null)]
    [InlineData("2025-04-08T19:07:56.123Z", "2025-04-08T19:07:56", 0.0)]
    [InlineData("2025-04-08T19:07:56+05:30", "2025-04-08T19:07:56", 5.5)]
    [InlineData("8.4.2025", "2025-04-08T00:00:00", null)]
    [InlineData("08/04/2025 12:05:00 AM", "2025-04-08T00:05:00", null)]
    [InlineData("08/04/2025 1:05 PM", "2025-04-08T13:05:00", null)]
    public void Dates_come_in_many_shapes(string text, string local, double? hours)
    {
        Assert.Equal(DateReading.Ok, DateText.Read(text, false, out var found, out var offset));
        Assert.Equal(local, found.ToString("s"));
        Assert.Equal(hours, offset?.TotalHours);
    }

    [Theory]
    [InlineData("12/31/2025", "Impossible")]
    [InlineData("30/02/2025", "Impossible")]
    [InlineData("2025-04-08 24:00:00", "Impossible")]
    [InlineData("0001-01-01", "Impossible")]
    [InlineData("yesterday", "Wrong")]
    [InlineData("2025-04", "Wrong")]
    [InlineData("08/04/25", "Wrong")]
    [InlineData("2025-04-08 noon", "Wrong")]
    [InlineData("45678", "Wrong")]
    public void What_is_no_date_is_told_apart(string text, string reading) =>
        Assert.Equal(reading, DateText.Read(text, false, out _, out _).ToString());

    [Fact]
    public void A_month_may_stand_first_when_told()
    {
        Assert.Equal(DateReading.Ok, DateText.Read("12/31/2025", true, out var found, out _));
        Assert.Equal(new DateTime(2025, 12, 31), found);
    }

    [Fact]
    public void The_market_s_day_and_the_clock_change_are_kept()
    {
        var clock = new MarketClock(Shared.States);
        var (instant, day) = clock.Read(new DateTime(2025, 3, 9, 1, 30, 0), null);
        Assert.Equal(new DateTimeOffset(2025, 3, 9, 6, 30, 0, TimeSpan.Zero), instant);
        Assert.Equal(new DateTimeOffset(2025, 3, 9, 7, 30, 0, TimeSpan.Zero), clock.Read(new DateTime(2025, 3, 9, 3, 30, 0), null).Instant);
        Assert.Equal(new DateTimeOffset(2025, 7, 1, 4, 0, 0, TimeSpan.Zero), clock.Read(new DateTime(2025, 7, 1), null).Instant);
        Assert.Equal(new DateOnly(2025, 3, 9), day);
        // told in Vietnam's time, it is the day before in New York
        Assert.Equal(new DateOnly(2025, 4, 7), clock.Read(new DateTime(2025, 4, 8, 9, 0, 0), TimeSpan.FromHours(7)).Day);
    }

    [Theory]
    [InlineData("00:02:22", 142)]
    [InlineData("1h 40min", 6_000)]
    [InlineData("2h", 7_200)]
    [InlineData("1h40m20s", 6_020)]
    [InlineData("35s", 35)]
    [InlineData("65", 65)]
    [InlineData("02:22", 142)]
    [InlineData("a while", -1)]
    [InlineData("1:2:3:4", -1)]
    public void Durations_are_seconds(string text, long seconds) =>
        Assert.Equal(seconds, DurationText.TryRead(text, out var found) ? found : -1);

    [Fact]
    public void A_pool_gives_the_same_string_for_the_same_text()
    {
        var pool = new StringPool();
        Assert.Same(pool.Get("mini fan"), pool.Get("xmini fan".AsSpan(1)));
        Assert.Equal("7000000000000000001", pool.Get("7000000000000000001"));
        Assert.Equal("7000000000000000002", pool.Get("7000000000000000002"));
    }
}
