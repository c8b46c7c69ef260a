using Showrunner.Imports.Reading;
using Showrunner.Ledger;

namespace Showrunner.Tests.Imports.Reading;

public class OrderLineTests
{
    [Fact]
    public void An_English_line_gives_every_figure()
    {
        using var reader = Shared.Orders(Shared.Sample("affiliate_orders_en.csv"), Shared.Malaysia);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        var line = reader.Current;
        Assert.Equal(("576461413038785752", "1729582598261738105", "1729582598261800001", "FAN-W"), (line.OrderNo, line.ProductNo, line.SkuNo, line.SellerSku));
        Assert.Equal(("Mini fan, \"turbo\" 3-in-1", "nura.live", "7345678901234567890"), (line.ProductName, line.CreatorHandle, line.ContentNo));
        Assert.Equal((Channel.Live, LineStatus.Settled), (line.Channel, line.Status));
        Assert.Equal((2L, 0L, 4_990L, 8_980L, 0L), (line.Quantity, line.ReturnedQuantity, line.PriceMinor, line.GmvMinor, line.RefundMinor));
        Assert.Equal((150_000L, 50_000L), (line.CommissionRatePpm, line.AdsCommissionRatePpm));
        Assert.Equal((8_980L, 8_980L, 1_347L, 1_347L), (line.EstBaseMinor, line.ActualBaseMinor, line.EstCommissionMinor, line.ActualCommissionMinor));
        Assert.Equal((null, null, 100L, 50L), (line.EstAdsCommissionMinor, line.ActualAdsCommissionMinor, line.EstBonusMinor, line.ActualBonusMinor));
        // half past midnight in Kuala Lumpur is the day before in UTC, and still the first of March there
        Assert.Equal(new DateTimeOffset(2026, 2, 28, 16, 30, 0, TimeSpan.Zero), line.OrderedAt);
        Assert.Equal(new DateOnly(2026, 3, 1), line.Day);
        Assert.Equal(new DateTimeOffset(2026, 3, 20, 0, 0, 0, TimeSpan.Zero), line.SettledAt);
    }

    [Fact]
    public void What_is_not_settled_stays_unknown_and_price_times_quantity_stands_in_for_payment()
    {
        using var reader = Shared.Orders(Shared.Sample("affiliate_orders_en.csv"), Shared.Malaysia);
        reader.Read();
        reader.Read();
        var line = reader.Current;
        Assert.Equal((LineStatus.Processing, Channel.Video, 9_980L), (line.Status, line.Channel, line.GmvMinor));
        Assert.Null(line.ActualBaseMinor);
        Assert.Null(line.ActualCommissionMinor);
        Assert.Null(line.SettledAt);
        reader.Read();
        Assert.Equal((LineStatus.Ineligible, Channel.Showcase, 0L), (line.Status, line.Channel, line.ActualBaseMinor));
        Assert.Equal((2L, 8_980L), (line.ReturnedQuantity, line.RefundMinor));
    }

    [Fact]
    public void Each_broken_line_says_what_is_wrong_and_the_next_is_read()
    {
        using var reader = Shared.Orders(Shared.Sample("affiliate_orders_en.csv"), Shared.Malaysia);
        var problems = new List<RowProblem>();
        var good = 0;
        while (reader.Read())
        {
            if (reader.Problem is { } problem) problems.Add(problem);
            else good++;
        }
        Assert.Equal(
        [
            new RowProblem(5, "id_rounded", "Order ID", "5.76461E+17"),
            new RowProblem(6, "date_impossible", "Time Created", "03/25/2026 10:00:00"),
            new RowProblem(7, "quantity_negative", "Quantity", "-1"),
            new RowProblem(8, "currency_not_market", "Currency", "SGD"),
            new RowProblem(9, "currency_not_market", "Price", "S$5.00"),
        ], problems);
        Assert.Equal(4, good);
        Assert.Equal(("576461413038785760", Channel.ProductCard, LineStatus.Completed), (reader.Current.OrderNo, reader.Current.Channel, reader.Current.Status));
    }

    [Fact]
    public void Indonesian_lines_count_returned_and_refunded_pieces_together()
    {
        using var reader = Shared.Orders(Shared.Sample("affiliate_orders_id.csv"), Shared.Indonesia);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        var line = reader.Current;
        Assert.Equal(3, reader.Row); // the summary in row 2 is passed over
        Assert.Equal((15_000_000L, 3L, 2L, 10_000_000L), (line.GmvMinor, line.Quantity, line.ReturnedQuantity, line.RefundMinor));
        Assert.Equal((LineStatus.Completed, Channel.Video, "siti_belanja"), (line.Status, line.Channel, line.CreatorHandle));
        Assert.Equal((5_000_000L, 600_000L, null), (line.ActualBaseMinor, line.ActualCommissionMinor, line.ActualAdsCommissionMinor));
        Assert.Equal(new DateOnly(2025, 12, 31), line.Day);
        Assert.Null(line.SettledAt);
        reader.Read();
        Assert.Equal((3L, 15_000_000L, LineStatus.Cancelled, Channel.Showcase), (line.ReturnedQuantity, line.RefundMinor, line.Status, line.Channel));
        reader.Read();
        Assert.Equal((123_456_789L, LineStatus.Unpaid, Channel.ProductCard), (line.GmvMinor, line.Status, line.Channel));
        Assert.False(reader.Read());
    }

    [Fact]
    public void Vietnamese_lines_are_read_in_both_layouts()
    {
        using var reader = Shared.Orders(Shared.Sample("affiliate_orders_vi.csv"), Shared.Vietnam);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        Assert.Equal((219_000L, 199_000L, 15_920L, 80_000L), (reader.Current.PriceMinor, reader.Current.GmvMinor, reader.Current.ActualCommissionMinor, reader.Current.CommissionRatePpm));
        Assert.Equal((LineStatus.Settled, Channel.Video, "koc.viet"), (reader.Current.Status, reader.Current.Channel, reader.Current.CreatorHandle));
        Assert.True(reader.Read());
        Assert.Equal((LineStatus.Cancelled, Channel.Live, 199_000L), (reader.Current.Status, reader.Current.Channel, reader.Current.RefundMinor));

        using var newer = Shared.Orders(Shared.Sample("affiliate_orders_vi_newer.csv"), Shared.Vietnam);
        newer.Read();
        Assert.Equal((0L, 0L), (newer.Current.ReturnedQuantity, newer.Current.RefundMinor));
        newer.Read();
        Assert.Equal((2L, 199_000L), (newer.Current.ReturnedQuantity, newer.Current.RefundMinor));
    }

    [Fact]
    public void A_partners_lines_know_their_campaign_and_leave_his_own_money_out()
    {
        using var reader = Shared.Orders(Shared.Sample("tap_orders_en.csv"), Shared.Japan);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        var line = reader.Current;
        Assert.Equal(("7631140567631972112", "", "nris9", "SYB", "JPLCDYLLQP"), (line.CampaignNo, line.CampaignName, line.CreatorHandle, line.ShopName, line.ShopNo));
        Assert.Equal((1_210L, 2_606L, 2L, 2_420L), (line.PriceMinor, line.GmvMinor, line.Quantity, line.EstBaseMinor));
        Assert.Equal((LineStatus.Unpaid, Channel.Video), (line.Status, line.Channel));
        Assert.Null(line.EstCommissionMinor);
        Assert.Equal((new DateTimeOffset(2026, 9, 29, 15, 30, 20, TimeSpan.Zero), new DateOnly(2026, 9, 30)), (line.OrderedAt, line.Day));
        reader.Read();
        Assert.Equal(("77", "Shop ads", LineStatus.Settled), (line.InvitationNo, line.CommissionType, line.Status));
        reader.Read();
        Assert.Equal(("78", "Standard"), (line.InvitationNo, line.CommissionType));
        reader.Read();
        Assert.Equal(("", 2L, 2_606L), (line.CampaignNo, line.ReturnedQuantity, line.RefundMinor));
        reader.Read();
        Assert.Equal(("currency_not_market", "Price"), (reader.Problem!.Code, reader.Problem.Column));

        using var japanese = Shared.Orders(Shared.Sample("tap_orders_ja.csv"), Shared.Japan);
        Assert.True(japanese.Read());
        Assert.Null(japanese.Problem);
        Assert.Equal(("7631140567631972112", 2_606L, 2_606L, LineStatus.Settled, Channel.Video), (japanese.Current.CampaignNo, japanese.Current.GmvMinor, japanese.Current.RefundMinor, japanese.Current.Status, japanese.Current.Channel));
    }

    [Fact]
    public void A_draft_keeps_nothing_of_the_row_before()
    {
        const string header = "Order ID,Product ID,SKU ID,Seller Sku,Price,Quantity,Order Status,Creator Username,Content ID,Actual Commission Base,Time Created,Time Commission Paid\n";
        using var file = TempFile.Of(header + "1,2,3,A,5,2,Settled,x,9,4,01/02/2026,02/02/2026\n2,2,3,,5,1,,y,,,01/02/2026,\n");
        using var reader = Shared.Orders(file.Path, Shared.States);
        reader.Read();
        reader.Read();
        var line = reader.Current;
        Assert.Equal(("", "", "y", LineStatus.Unknown), (line.SellerSku, line.ContentNo, line.CreatorHandle, line.Status));
        Assert.Null(line.ActualBaseMinor);
        Assert.Null(line.SettledAt);
    }

    [Fact]
    public void A_header_that_comes_again_is_passed_over_but_not_in_another_language()
    {
        var english = File.ReadAllText(Shared.Sample("affiliate_orders_en.csv")).Trim('\uFEFF').Split("\r\n");
        using var twice = TempFile.Of(string.Join("\r\n", english[0], english[1], english[0], english[2]));
        using var reader = Shared.Orders(twice.Path, Shared.Malaysia);
        var rows = 0;
        while (reader.Read())
        {
            Assert.Null(reader.Problem);
            rows++;
        }
        Assert.Equal(2, rows);

        var indonesian = File.ReadLines(Shared.Sample("affiliate_orders_id.csv")).First().Trim('\uFEFF').Replace(';', ',');
        using var mixed = TempFile.Of(string.Join("\r\n", english[0], english[1], indonesian));
        using var second = Shared.Orders(mixed.Path, Shared.Malaysia);
        Assert.True(second.Read());
        var refused = Shared.Refuses(() => second.Read(), "second_header");
        Assert.Equal(3L, refused.Arguments[1]);
    }
}
