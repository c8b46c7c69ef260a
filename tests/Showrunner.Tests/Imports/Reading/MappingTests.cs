using Showrunner.Imports.Mapping;
using Showrunner.Imports.Reading;
using Showrunner.Ledger;

namespace Showrunner.Tests.Imports.Reading;

public class MappingTests
{
    private const string Yaml = """
        name: Till
        kind: order_lines
        currency: EUR
        decimal: ","
        dates: [dd.MM.yyyy HH:mm]
        time_zone: Europe/London
        returns: negative_quantity
        channel: live
        columns:
          order_no: Beleg
          sku_no: Artikel
          quantity: Menge
          price: Preis
          gmv: Menge * Preis
          ordered_at: Zeit
          creator: Wer
          shop_name: = Our shop
        """;

    private static readonly Showrunner.Markets.MarketRules Germany = new(6, "DE", "EUR", 2, "Europe/Berlin", "de-DE");

    private static OrderLineReader Reader(string path, string yaml, Showrunner.Markets.MarketRules market)
    {
        var mapping = OrderMappingFile.Parse(yaml, "till.map.yaml");
        return new OrderLineReader(Shared.Open(path), Recogniser.Recognise(path, "till.csv", mapping: mapping), market, Shared.Options with { Mapping = mapping });
    }

    [Fact]
    public void A_mapping_names_columns_products_constants_and_formats()
    {
        using var file = TempFile.Of("Till 7;;;;;\nBeleg;Artikel;Menge;Preis;Zeit;Wer\n7;A;3;1.234,567;31.12.2025 23:30;@Eva\n;B;-2;10,005;01.01.2026 09:00;\n8;B;0;5;01.01.2026 09:00;\n9;C;1;1.5;01.01.2026 09:00;x\n");
        using var reader = Reader(file.Path, Yaml, Germany);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        var line = reader.Current;
        Assert.Equal(("7", "A", "eva", "Our shop", Channel.Live), (line.OrderNo, line.SkuNo, line.CreatorHandle, line.ShopName, line.Channel));
        Assert.Equal((3L, 123_457L, 370_370L), (line.Quantity, line.PriceMinor, line.GmvMinor)); // rounded once, after multiplying
        Assert.Equal(new DateTimeOffset(2025, 12, 31, 23, 30, 0, TimeSpan.Zero), line.OrderedAt);
        Assert.Equal(new DateOnly(2026, 1, 1), line.Day); // London's evening is Berlin's new year
        Assert.True(reader.Read());
        Assert.Equal((0L, 2L, 0L, 2_001L, ""), (line.Quantity, line.ReturnedQuantity, line.GmvMinor, line.RefundMinor, line.OrderNo));
        Assert.True(reader.Read());
        Assert.Equal((0L, 0L, 0L), (line.Quantity, line.GmvMinor, line.RefundMinor));
        Assert.True(reader.Read());
        Assert.Equal(("number_wrong", "Preis"), (reader.Problem!.Code, reader.Problem.Column));
    }

    [Fact]
    public void A_mapping_for_another_currency_or_another_file_is_refused()
    {
        using var file = TempFile.Of("Beleg;Artikel;Menge;Zeit;Wer\n7;A;3;31.12.2025 23:30;@Eva\n");
        var refused = Shared.Refuses(() => Reader(file.Path, Yaml, Germany), "mapping_columns_missing");
        Assert.Equal("Preis", refused.Arguments[2]);
        using var good = TempFile.Of("Beleg;Artikel;Menge;Preis;Zeit;Wer\n7;A;3;1;31.12.2025 23:30;@Eva\n");
        Shared.Refuses(() => Reader(good.Path, Yaml, Shared.Britain), "mapping_currency");
        using var twice = TempFile.Of("Beleg;Artikel;Menge;Preis;Zeit;Wer;Menge\n7;A;3;1;31.12.2025 23:30;@Eva;4\n");
        Shared.Refuses(() => Reader(twice.Path, Yaml, Germany), "column_twice");
    }

    [Theory]
    [InlineData("order_no: Beleg", "order_number: Beleg", "mapping_field_unknown", 10L)]
    [InlineData("returns: negative_quantity", "returns: sometimes", "mapping_key_wrong", 7L)]
    [InlineData("channel: live", "channel: radio", "mapping_key_wrong", 8L)]
    [InlineData("decimal: \",\"", "decimal: x", "mapping_key_wrong", 4L)]
    [InlineData("time_zone: Europe/London", "time_zone: Europe/Atlantis", "mapping_key_wrong", 6L)]
    [InlineData("currency: EUR", "currenzy: EUR", "mapping_key_unknown", 3L)]
    [InlineData("price: Preis", "price: Preis * Menge", "mapping_value_wrong", 13L)]
    [InlineData("price: Preis", "price: [Preis", "mapping_broken", 13L)]
    public void A_mistake_in_a_mapping_is_shown_with_its_line(string right, string wrong, string code, long line)
    {
        var refused = Shared.Refuses(() => OrderMappingFile.Parse(Yaml.Replace(right, wrong), "till.map.yaml"), code);
        Assert.InRange(Convert.ToInt64(refused.Arguments[1]), line, line + 1);
    }

    [Theory]
    [InlineData("  quantity: Menge\n", "mapping_field_missing", "quantity")]
    [InlineData("  ordered_at: Zeit\n", "mapping_field_missing", "ordered_at")]
    [InlineData("name: Till\n", "mapping_key_missing", "name")]
    [InlineData("kind: order_lines\n", "mapping_key_missing", "kind")]
    public void What_a_mapping_must_say_is_asked_for(string line, string code, string name)
    {
        var refused = Shared.Refuses(() => OrderMappingFile.Parse(Yaml.Replace("\r", "").Replace(line, ""), "till.map.yaml"), code);
        Assert.Equal(name, refused.Arguments[1]);
    }

    [Fact]
    public void Text_that_is_no_mapping_is_refused()
    {
        Shared.Refuses(() => OrderMappingFile.Parse("- a\n- b\n", "x.yaml"), "mapping_broken");
        Shared.Refuses(() => OrderMappingFile.Parse("", "x.yaml"), "mapping_broken");
        Shared.Refuses(() => OrderMappingFile.Parse("a: 1\na: 2\n", "x.yaml"), "mapping_broken");
        Shared.Refuses(() => OrderMappingFile.Parse(string.Concat(Enumerable.Repeat("- ", 30_000)), "x.yaml"), "mapping_broken");
    }
}
