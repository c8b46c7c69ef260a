using Showrunner.Imports.Kinds;
using Showrunner.Imports.Reading;

namespace Showrunner.Tests.Imports.Reading;

public class RecognitionTests
{
    [Theory]
    [InlineData("affiliate_orders_en.csv", "seller_affiliate_orders", "EN", 1, null, null)]
    [InlineData("affiliate_orders_id.csv", "seller_affiliate_orders", "ID", 1, null, null)]
    [InlineData("affiliate_orders_vi.csv", "seller_affiliate_orders", "VI", 1, null, null)]
    [InlineData("affiliate_orders_vi_newer.csv", "seller_affiliate_orders", "VI", 1, null, null)]
    [InlineData("tap_orders_en.csv", "partner_tap_orders", "EN", 1, null, null)]
    [InlineData("tap_orders_ja.csv", "partner_tap_orders", "JA", 1, null, null)]
    [InlineData("Creator_List_20250101-20250131.csv", "creator_list", "old", 1, "2025-01-01", "2025-01-31")]
    [InlineData("Transaction_Analysis_Creator_List_20260401-20260430.csv", "creator_list", "Compass", 1, "2026-04-01", "2026-04-30")]
    [InlineData("ListCreators_2026-04-01_2026-04-30.csv", "creator_list", "mini", 1, "2026-04-01", "2026-04-30")]
    [InlineData("Video_List_20250101_20250131.csv", "video_list", "old", 1, "2025-01-01", "2025-01-31")]
    [InlineData("Transaction_Analysis_Video_List_20260401-20260430.csv", "video_list", "Compass", 1, "2026-04-01", "2026-04-30")]
    [InlineData("Video details.csv", "video_list", "seller video details", 3, "2026-01-01", "2026-01-31")]
    [InlineData("Transaction_Analysis_Live_List_20260401-20260430.csv", "affiliate_live_list", "EN", 1, "2026-04-01", "2026-04-30")]
    [InlineData("Live analysis.csv", "seller_live_analysis", "EN", 2, "2026-04-12", "2026-04-18")]
    [InlineData("ListProducts_20260401-20260430.csv", "product_list", "affiliate", 1, "2026-04-01", "2026-04-30")]
    [InlineData("Transaction_Analysis_Product_List_20260401-20260430.csv", "product_list", "Compass", 1, "2026-04-01", "2026-04-30")]
    [InlineData("Product analysis.csv", "product_list", "seller", 2, "2026-04-01", "2026-04-30")]
    [InlineData("Products of a tool.csv", "product_list", "market data", 1, null, null)]
    public void Every_export_is_recognised_by_its_headers(string file, string kind, string layout, int header, string? from, string? to)
    {
        var found = Shared.Recognise(Shared.Sample(file));
        Assert.Equal((kind, layout, (long)header), (found.KindCode, found.Layout, found.HeaderRow));
        Assert.Equal((from, to), (found.PeriodFrom?.ToString("O"), found.PeriodTo?.ToString("O")));
    }

    [Theory]
    [InlineData("Creator_List_20250101-20250430.csv", true)]
    [InlineData("Creator_List_2025-01-01-2025-04-30 (2).csv", true)]
    [InlineData("creators 2025_01_01_2025_04_30.xlsx", true)]
    [InlineData("creators 20250101 ~ 20250430.xlsx", true)]
    [InlineData("creators 20250430-20250101.xlsx", false)]
    [InlineData("creators 20250101-20250431.xlsx", false)]
    [InlineData("576461413038785752-20250101.csv", false)]
    public void The_period_stands_in_the_file_name(string name, bool found) =>
        Assert.Equal(found ? (new DateOnly(2025, 1, 1), new DateOnly(2025, 4, 30)) : null, PeriodText.Find(name));

    [Fact]
    public void A_currency_behind_a_header_is_noted_and_other_brackets_stay()
    {
        Assert.Equal("RM", Shared.Recognise(Shared.Sample("Live analysis.csv")).HeaderCurrency);
        Assert.Equal("items sold (28 days)", HeaderText.Normal(" Items  sold (28 days) ", out var none));
        Assert.Null(none);
        Assert.Equal("gpm", HeaderText.Normal("GPM (S$)", out var sign));
        Assert.Equal("S$", sign);
    }

    [Fact]
    public void A_file_of_no_kind_says_what_it_lacks_of_the_nearest()
    {
        using var file = TempFile.Of("Order ID,Product ID,SKU ID,Price,Quantity,Colour\n1,2,3,4,5,red\n");
        var found = Shared.Recognise(file.Path);
        Assert.Null(found.KindCode);
        Assert.Equal("seller_affiliate_orders", found.Nearest!.Kind);
        Assert.Equal(["Order Status", "Creator Username", "Time Created"], found.Nearest.MissingColumns);
        var refused = Shared.Refuses(() => Shared.Orders(file.Path, Shared.Malaysia), "kind_nearly");
        Assert.Contains("Colour", (string)refused.Arguments[1]!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sellers_orders_and_a_partners_are_told_apart_even_when_they_share_most_headers()
    {
        const string both = "Order ID,Product ID,SKU ID,Price,Quantity,Order Status,Creator Username,Content Type,Content ID,Time Created";
        using var seller = TempFile.Of(both + ",Partner campaign ID\n");
        using var partner = TempFile.Of(both + ",Commission GMV,Partner campaign ID\n");
        Assert.Equal("seller_affiliate_orders", Shared.Recognise(seller.Path).KindCode);
        Assert.Equal("partner_tap_orders", Shared.Recognise(partner.Path).KindCode);
    }

    [Fact]
    public void Of_several_names_of_one_field_the_first_known_counts_and_one_name_twice_is_still_refused()
    {
        var found = Shared.Recognise(Shared.Sample("tap_orders_en.csv"));
        Assert.Equal("Time Created", found.Columns[found.Column(OrderField.OrderedAt)].Header);
        Assert.Equal("Order settlement status", found.Columns[found.Column(OrderField.Status)].Header);
        Assert.Null(found.Columns.Single(column => column.Header == "Created time").Field);
        using var twice = TempFile.Of("Order ID,Product ID,SKU ID,Quantity,Creator username,Commission GMV,Time Created,Time created\n");
        Shared.Refuses(() => Shared.Recognise(twice.Path), "column_twice");
    }

    [Fact]
    public void A_file_of_words_is_refused_with_its_headers()
    {
        using var file = TempFile.Of("Name,Colour\nfan,red\n");
        Shared.Refuses(() => Shared.Orders(file.Path, Shared.Malaysia), "kind_unknown");
    }

    [Fact]
    public void Another_kind_can_be_asked_for()
    {
        var path = Shared.Sample("affiliate_orders_en.csv");
        Assert.Null(Recogniser.Recognise(path, "orders.csv", "creator_list").KindCode);
        Assert.Equal("seller_affiliate_orders", Recogniser.Recognise(path, "orders.csv", "seller_affiliate_orders").KindCode);
    }

    [Fact]
    public void A_column_that_stands_twice_is_refused_with_both_places()
    {
        using var file = TempFile.Of("Creator username,Affiliate GMV,Items sold,items  SOLD\na,1,2,3\n");
        var refused = Shared.Refuses(() => Shared.Recognise(file.Path), "column_twice");
        Assert.Equal([3, 4], refused.Arguments.Skip(2).Cast<int>());
    }

    [Fact]
    public void Two_languages_in_one_header_are_refused()
    {
        using var file = TempFile.Of("Order ID,ID Produk,ID Sku,Price,Kuantitas,Order Status,Creator Username,Waktu Dibuat,Product Name\n1,2,3,4,5,6,7,8,9\n");
        Shared.Refuses(() => Shared.Recognise(file.Path), "headers_mixed");
    }

    [Fact]
    public void Every_kind_names_the_headers_it_needs_and_no_field_that_does_not_exist()
    {
        foreach (var layout in KindList.All.SelectMany(kind => kind.Layouts))
            Assert.All(layout.Required, field => Assert.Contains(layout.Columns, column => column.Field == field));
        var orders = new[] { SellerAffiliateOrders.Kind, PartnerTapOrders.Kind }.SelectMany(kind => kind.Layouts).SelectMany(layout => layout.Columns).Select(column => column.Field);
        Assert.All(orders, field => Assert.True(field.Length == 0 || OrderField.All.Contains(field)));
    }
}
