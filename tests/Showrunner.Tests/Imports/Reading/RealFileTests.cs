using Showrunner.Imports.Mapping;
using Showrunner.Imports.Reading;
using Showrunner.Ledger;

namespace Showrunner.Tests.Imports.Reading;

public class RealFileTests
{
    private const string Creators = "tiktokshop_vn/Creator_List_20250101-20250430.csv";
    private const string Videos = "tiktokshop_vn/Video_List_20250101-20250430.csv.gz";

    [Fact]
    public void The_creator_list_adds_up()
    {
        var path = Shared.Real(Creators);
        using var reader = Shared.Totals(path, Shared.Vietnam);
        var sums = new Dictionary<string, long>();
        var rows = 0;
        while (reader.Read())
        {
            Assert.Null(reader.Problem);
            rows++;
            foreach (var (measure, figure) in reader.Current.Totals) sums[measure] = sums.GetValueOrDefault(measure) + figure.Low;
            if (rows == 1)
            {
                Assert.Equal("vn_creator_0001", reader.Current.CreatorHandle);
                Assert.False(reader.Current.Totals.ContainsKey(TotalMeasure.Aov));
                Assert.Equal(Figure.Exact(130_000), reader.Current.Totals[TotalMeasure.Ctr]);
            }
        }
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 4, 30)), (reader.Current.From, reader.Current.To));
        Assert.Equal(1_261, rows);
        Assert.Equal(14_011_318_856, sums[TotalMeasure.Gmv]);
        Assert.Equal(2_606_823_524, sums[TotalMeasure.LiveGmv]);
        Assert.Equal(11_189_956_691, sums[TotalMeasure.VideoGmv]);
        Assert.Equal(214_538_641, sums[TotalMeasure.ProductCardGmv]);
        Assert.Equal(85_453, sums[TotalMeasure.Orders]);
        Assert.Equal(93_029, sums[TotalMeasure.Items]);
        Assert.Equal(2_367_719_427, sums[TotalMeasure.Refunds]);
        Assert.Equal(136_854_157, sums[TotalMeasure.Followers]);
    }

    [Fact]
    public void The_video_list_adds_up()
    {
        var path = Shared.Real(Videos);
        Assert.Equal("market data", Shared.Recognise(path).Layout);
        using var reader = Shared.Content(path, Shared.Vietnam);
        long rows = 0, items = 0, gmv = 0, views = 0, remarks = 0;
        while (reader.Read())
        {
            Assert.Null(reader.Problem);
            var video = reader.Current;
            rows++;
            items += video.Items!.Value;
            gmv += video.GmvMinor!.Value;
            views += video.Views!.Value;
            if (reader.Remark is not null) remarks++;
            if (rows != 1) continue;
            Assert.Equal("7000000000000000001", video.ContentNo);
            Assert.Equal(new DateTimeOffset(2025, 1, 13, 12, 32, 8, TimeSpan.Zero), video.PostedAt);
            Assert.Equal((new DateOnly(2025, 1, 13), new DateOnly(2025, 1, 13), new DateOnly(2025, 2, 9)), (video.Day, video.From, video.To));
            Assert.Equal((StatWindow.Days28, 142L, 5_133L, false), (video.Window, video.DurationSeconds, video.Followers, video.PaidPromotion));
            Assert.Equal(Figure.Exact(812_400), video.CreatorTotals[TotalMeasure.LiveGpm]);
            Assert.Equal(Figure.Exact(4_952), video.CreatorTotals[TotalMeasure.VideoGpm]);
        }
        Assert.Equal((8_619, 35_333, 9_481_347_495, 215_920_413), (rows, items, gmv, views));
        Assert.Equal(1, remarks); // one creator's figures are in ringgit
    }

    [Fact]
    public void The_product_catalogue_is_read_without_and_with_a_period()
    {
        var path = Shared.Real("tiktokshop_vn/Products.csv");
        using var bare = Shared.Products(path, Shared.Vietnam);
        var rows = 0;
        while (bare.Read())
        {
            Assert.Null(bare.Problem);
            if (rows++ > 0) continue;
            Assert.Equal(("1729582598261738105", "Tablet Stand"), (bare.Current.ProductNo, bare.Current.CategoryName));
            Assert.Equal((Figure.Exact(99_000), 80_000L), (bare.Current.PriceMinor, bare.Current.CommissionRatePpm));
            Assert.Equal(new DateTimeOffset(2023, 1, 23, 1, 8, 3, TimeSpan.Zero), bare.Current.ListedAt);
            Assert.Empty(bare.Current.Totals);
        }
        Assert.Equal(145, rows);
        Assert.True(bare.TotalsLeftOut);
        using var dated = Shared.Products(path, Shared.Vietnam, Shared.Options with { Period = (new DateOnly(2025, 4, 3), new DateOnly(2025, 4, 30)) });
        Assert.True(dated.Read());
        Assert.Equal((StatWindow.Days28, new DateOnly(2025, 4, 3)), (dated.Current.Window, dated.Current.From));
        Assert.Equal(Figure.Exact(153_994_500), dated.Current.Totals[TotalMeasure.Gmv]);
    }

    [Fact]
    public void A_shop_s_own_order_lines_come_in_through_a_mapping()
    {
        var path = Shared.Real("uci_online_retail/online_retail.csv.gz");
        var mapping = OrderMappingFile.Load(Shared.Doc("examples/online-retail.map.yaml"));
        var recognition = Recogniser.Recognise(path, "online_retail.csv.gz", mapping: mapping);
        Assert.Equal("product_no, sku_no", recognition.Columns[1].Field);
        using var reader = new OrderLineReader(Shared.Open(path), recognition, Shared.Britain, Shared.Options with { Mapping = mapping });
        long rows = 0, returns = 0, net = 0;
        while (reader.Read())
        {
            Assert.Null(reader.Problem);
            rows++;
            net += reader.Current.GmvMinor - reader.Current.RefundMinor;
            if (reader.Current.Quantity == 0) returns++;
            if (rows != 1) continue;
            var line = reader.Current;
            Assert.Equal(("536365", "85123A", "85123A", "17850"), (line.OrderNo, line.ProductNo, line.SkuNo, line.BuyerNo));
            Assert.Equal((6L, 255L, 1530L, LineStatus.Completed), (line.Quantity, line.PriceMinor, line.GmvMinor, line.Status));
        }
        Assert.Equal((541_909, 10_624, 974_774_793), (rows, returns, net));
    }
}
