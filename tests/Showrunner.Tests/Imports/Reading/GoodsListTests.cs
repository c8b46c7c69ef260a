using Showrunner.Imports.Reading;
using Showrunner.Markets;

namespace Showrunner.Tests.Imports.Reading;

public class GoodsListTests
{
    private static readonly MarketRules Germany = new(6, "DE", "EUR", 2, "Europe/Berlin", "de-DE");

    [Fact]
    public void A_row_tells_what_a_piece_costs_since_when_and_what_is_left_of_it()
    {
        using var file = TempFile.Of("""
            Product ID,SKU ID,Product name,Cost,Valid from,Stock on hand,As of,List price,Rating,Currency
            1729,,Fan,40000,01/02/2026,120,20/03/2026,99000,4.8,VND
            1729,S1,,"41,000",01/02/2026,,,,,VND
            1730,,Lamp,,,0,20/03/2026,,,
            """);
        using var reader = Open(file.Path, Shared.Vietnam);
        Assert.True(reader.Read());
        var d = reader.Current;
        Assert.Equal(("1729", "", "Fan", 40_000L, new DateOnly(2026, 2, 1)), (d.ProductNo, d.SkuNo, d.ProductName, d.CostMinor!.Value, d.CostFrom));
        Assert.Equal((120L, new DateOnly(2026, 3, 20), 99_000L, 4_800_000L), (d.Stock!.Value, d.Day, d.PriceMinor!.Value, d.RatingPpm!.Value));
        Assert.True(reader.Read());
        Assert.Equal(("S1", 41_000L, null), (d.SkuNo, d.CostMinor!.Value, d.Stock));
        Assert.True(reader.Read());
        Assert.Equal((null, 0L), (d.CostMinor, d.Stock!.Value));
        Assert.Null(reader.Problem);
    }

    [Theory]
    [InlineData("Produkt-ID;Einkaufspreis (EUR);Gültig ab;Lagerbestand;Stichtag", "17;12,50;01.02.2026;1.200;20.03.2026", "DE", 1_250)]
    [InlineData("ID Produk,Harga Pokok,Berlaku Sejak,Stok,Per Tanggal", "17,Rp12.500,01/02/2026,1.200,20/03/2026", "ID", 1_250_000)]
    [InlineData("ID sản phẩm,Giá vốn,Có hiệu lực từ,Tồn kho,Ngày tồn kho", "17,12.500₫,01/02/2026,1.200,20/03/2026", "VN", 12_500)]
    [InlineData("Item ID,COGS,Effective from,Inventory,Stock date", "17,12.50,2026-02-01,1200,2026-03-20", "US", 1_250)]
    public void It_is_known_by_its_headers_in_four_languages(string headers, string row, string market, long cost)
    {
        using var file = TempFile.Of(headers + "\n" + row + "\n");
        Assert.Equal("goods_list", Shared.Recognise(file.Path).KindCode);
        using var reader = Open(file.Path, market switch { "DE" => Germany, "ID" => Shared.Indonesia, "VN" => Shared.Vietnam, _ => Shared.States });
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        Assert.Equal((cost, new DateOnly(2026, 2, 1), 1_200L, new DateOnly(2026, 3, 20)), (reader.Current.CostMinor!.Value, reader.Current.CostFrom, reader.Current.Stock!.Value, reader.Current.Day));
    }

    [Theory]
    [InlineData(",12,01/02/2026,,", "value_missing")]
    [InlineData("17,,,,", "goods_nothing_said")]
    [InlineData("17,-5,01/02/2026,,", "number_negative")]
    [InlineData("17,12,,,", "value_missing")]
    [InlineData("17,12,soon,,", "date_wrong")]
    [InlineData("17,,,2.5,", "number_not_whole")]
    [InlineData("17,,,,5.5", "rating_not_of_five")]
    [InlineData("17,$12,01/02/2026,,", "currency_not_market")]
    public void A_row_that_cannot_be_taken_says_why(string row, string code)
    {
        using var file = TempFile.Of("Product ID,Cost,Valid from,Stock,Rating\n" + row + "\n");
        using var reader = Open(file.Path, Shared.Britain);
        Assert.True(reader.Read());
        Assert.Equal(code, reader.Problem?.Code);
    }

    [Fact]
    public void Two_costs_of_one_day_are_a_mistake_and_the_same_said_twice_is_said_once()
    {
        using var file = TempFile.Of("Product ID,Cost,Valid from,Stock,As of\n17,12,01/02/2026,5,20/03/2026\n17,13,01/03/2026,5,20/03/2026\n17,14,01/03/2026,,\n18,14,01/12/2030,,\n");
        using var reader = Open(file.Path, Shared.Britain);
        Assert.True(reader.Read());
        Assert.Equal((1_200, 5), (reader.Current.CostMinor, reader.Current.Stock));
        Assert.True(reader.Read());
        Assert.Equal((1_300, null, null), (reader.Current.CostMinor, reader.Current.Stock, reader.Problem));
        Assert.True(reader.Read());
        Assert.Equal("said_otherwise", reader.Problem!.Code);
        Assert.True(reader.Read()); // next month's cost may be told today
        Assert.Null(reader.Problem);
    }

    [Fact]
    public void Costs_without_a_day_need_the_files_days()
    {
        using var file = TempFile.Of("Product ID,Cost\n17,12\n");
        Shared.Refuses(() => Open(file.Path, Shared.Britain).Dispose(), "cost_day_needed");
        using var reader = Open(file.Path, Shared.Britain, Shared.Options with { Period = (new(2026, 2, 1), new(2026, 2, 28)) });
        Assert.True(reader.Read());
        Assert.Equal(new DateOnly(2026, 2, 1), reader.Current.CostFrom);
    }

    private static GoodsReader Open(string path, MarketRules market, ReadOptions? options = null) => new(Shared.Open(path), Shared.Recognise(path), market, options ?? Shared.Options);
}
