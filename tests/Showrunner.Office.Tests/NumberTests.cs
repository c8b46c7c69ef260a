using System.Globalization;

namespace Showrunner.Office.Tests;

public sealed class NumberTests
{
    private static readonly CultureInfo German = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-US");

    [Theory]
    [InlineData("VND", "#,##0 \"₫\"")]
    [InlineData("IDR", "\"Rp\" #,##0")]
    [InlineData("USD", "\"$\"#,##0.00")]
    [InlineData("EUR", "#,##0.00 \"€\"")]
    [InlineData("xyz", "\"XYZ\" #,##0.00")]
    public void Money_is_written_as_its_market_does(string currency, string code) => Assert.Equal(code, MoneyFormats.Code(currency));

    [Fact]
    public void Refuses_a_currency_that_is_none() => Assert.Throws<ArgumentException>(() => MoneyFormats.Code("\"&A1"));

    [Fact]
    public void Cells_read_as_the_culture_writes_them()
    {
        Assert.Equal("−1.234,50\u00A0€", CellText.Of(-1234.5m, CellFormat.Money("EUR"), German));
        Assert.Equal("12,5\u00A0%", CellText.Of(0.125, CellFormat.Percent(), German));
        Assert.Equal("12.5%", CellText.Of(0.125, CellFormat.Percent(), English));
        Assert.Equal("+3.0%", CellText.Of(0.03, CellFormat.Change(), English));
        Assert.Equal("±0%", CellText.Of(0.0001, CellFormat.Change(), English));
        Assert.Equal("28.11.2026", CellText.Of(new DateOnly(2026, 11, 28), CellFormat.Date, German));
        Assert.Equal("–", CellText.Of(null, CellFormat.Integer, English));
        Assert.Equal("–", CellText.Of(double.NaN, CellFormat.Integer, English));
    }

    [Theory]
    [InlineData(1_240_000_000, "VND", "en-US", "1.24\u00A0B\u00A0₫")]
    [InlineData(12_400_000, "EUR", "de-DE", "12,4\u00A0Mio.\u00A0€")]
    [InlineData(1_200_000_000, "IDR", "id-ID", "Rp\u00A01,20\u00A0M")]
    [InlineData(-45_000, "USD", "en-US", "−$45.0\u00A0K")]
    [InlineData(999, "USD", "en-US", "$999.00")]
    public void Large_amounts_are_short(double amount, string currency, string culture, string text) =>
        Assert.Equal(text, CompactNumbers.Of(amount, CellFormat.Money(currency), CultureInfo.GetCultureInfo(culture)));

    [Fact]
    public void Trimmed_text_fits_and_never_splits_a_character()
    {
        const string name = "Nguyễn Thị Phương Thảo 👩‍🍳 Góc bếp của mẹ";
        for (var points = 20; points < 260; points += 7)
        {
            var text = TextWidth.Trim(name, points, 12);
            Assert.True(TextWidth.Points(text, 12) <= points, $"{text} in {points}");
            Assert.DoesNotContain(text, c => char.IsSurrogate(c) && !text.Contains("👩‍🍳", StringComparison.Ordinal));
        }
        Assert.Equal(name, TextWidth.Trim(name, 400, 12));
    }
}
