using Showrunner.Ledger;

namespace Showrunner.Tests.Imports.Reading;

public class ListTests
{
    [Fact]
    public void The_old_creator_list_gives_totals_and_leaves_out_what_is_not_there()
    {
        using var reader = Shared.Totals(Shared.Sample("Creator_List_20250101-20250131.csv"), Shared.Vietnam);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        var totals = reader.Current.Totals;
        Assert.Equal("creator_one", reader.Current.CreatorHandle);
        Assert.Equal(Figure.Exact(1_500_000), totals[TotalMeasure.Gmv]);
        Assert.Equal(Figure.Exact(14), totals[TotalMeasure.Items]);
        Assert.Equal(Figure.Exact(3), totals[TotalMeasure.ProductsSold]);
        Assert.Equal(Figure.Exact(40_000), totals[TotalMeasure.Ctr]);
        Assert.Equal(Figure.Exact(12_345), totals[TotalMeasure.ProductImpressions]);
        Assert.Equal(Figure.Exact(1_200), totals[TotalMeasure.Followers]);
        Assert.Equal(Figure.Exact(1_500_000), totals[TotalMeasure.OpenGmv]);
        Assert.True(reader.Read());
        Assert.Empty(totals);
        Assert.True(reader.Read());
        Assert.Equal("value_missing", reader.Problem!.Code);
        Assert.Equal("Creator username", reader.Problem.Column);
    }

    [Fact]
    public void Compass_explains_its_columns_in_a_row_that_is_no_creator()
    {
        using var reader = Shared.Totals(Shared.Sample("Transaction_Analysis_Creator_List_20260401-20260430.csv"), Shared.Malaysia);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        Assert.Equal((3L, "nura.live"), (reader.Row, reader.Current.CreatorHandle));
        Assert.Equal(Figure.Exact(123_456), reader.Current.Totals[TotalMeasure.Gmv]);
        Assert.Equal(Figure.Exact(40_000), reader.Current.Totals[TotalMeasure.LiveGmv]);
        Assert.Equal(Figure.Exact(32_100), reader.Current.Totals[TotalMeasure.Ctor]);
        Assert.Equal(Figure.Exact(12_300), reader.Current.Totals[TotalMeasure.VideoViews]);
        Assert.Equal(Figure.Exact(4), reader.Current.Totals[TotalMeasure.Samples]);
        Assert.False(reader.Read());
    }

    [Fact]
    public void The_short_creator_list_has_names_and_dollars()
    {
        using var reader = Shared.Totals(Shared.Sample("ListCreators_2026-04-01_2026-04-30.csv"), Shared.States);
        Assert.True(reader.Read());
        Assert.Equal(("nura.live", "Nura ✨"), (reader.Current.CreatorHandle, reader.Current.CreatorName));
        Assert.Equal(Figure.Exact(123_456), reader.Current.Totals[TotalMeasure.Gmv]);
        Assert.Equal(new DateOnly(2026, 4, 30), reader.Current.To);
    }

    [Fact]
    public void A_list_without_a_period_asks_for_one()
    {
        using var file = TempFile.Of("Creator username,Affiliate GMV\na,1\n");
        var refused = Shared.Refuses(() => Shared.Totals(file.Path, Shared.Vietnam), "period_needed");
        Assert.Equal(Path.GetFileName(file.Path), refused.Arguments[0]);
        using var told = Shared.Totals(file.Path, Shared.Vietnam, Shared.Options with { Period = (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 7)) });
        Assert.True(told.Read());
        Assert.Equal(new DateOnly(2025, 1, 7), told.Current.To);
    }

    [Fact]
    public void Ranges_and_kept_back_figures_are_states_of_their_own()
    {
        using var file = TempFile.Of("Creator username,Affiliate GMV,Items sold,CTR\na,1K-5K,Not shared,2%-3.5%\nb,5K-1K,--,-\n");
        using var reader = Shared.Totals(file.Path, Shared.States, Shared.Options with { Period = (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 7)) });
        Assert.True(reader.Read());
        Assert.Equal(Figure.Range(100_000, 500_000), reader.Current.Totals[TotalMeasure.Gmv]);
        Assert.Equal(Figure.NotShared, reader.Current.Totals[TotalMeasure.Items]);
        Assert.Equal(Figure.Range(20_000, 35_000), reader.Current.Totals[TotalMeasure.Ctr]);
        Assert.True(reader.Read());
        Assert.Equal([TotalMeasure.Gmv], reader.Current.Totals.Keys);
        Assert.Equal(Figure.Range(100_000, 500_000), reader.Current.Totals[TotalMeasure.Gmv]);
    }

    [Fact]
    public void An_old_video_is_known_by_its_link()
    {
        using var reader = Shared.Content(Shared.Sample("Video_List_20250101_20250131.csv"), Shared.Vietnam);
        Assert.True(reader.Read());
        Assert.Null(reader.Problem);
        var video = reader.Current;
        Assert.Equal(("7456789012345678901", "koc.viet", StatWindow.Period), (video.ContentNo, video.CreatorHandle, video.Window));
        Assert.Equal(new DateTimeOffset(2025, 1, 5, 15, 14, 0, TimeSpan.Zero), video.PostedAt);
        Assert.Equal((199_000L, 300_000L, 3L, 2L, 5_678L), (video.GmvMinor, video.AttributedGmvMinor, video.Items, video.Orders, video.Views));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31)), (video.From, video.To));
        Assert.True(reader.Read());
        Assert.Equal(("link_without_id", "Video link"), (reader.Problem!.Code, reader.Problem.Column));
    }

    [Fact]
    public void Compass_and_seller_videos_have_ids_and_reach()
    {
        using var compass = Shared.Content(Shared.Sample("Transaction_Analysis_Video_List_20260401-20260430.csv"), Shared.Malaysia);
        Assert.True(compass.Read());
        Assert.Null(compass.Problem);
        var video = compass.Current;
        Assert.Equal(("7456789012345678902", "1729582598261738105", 9_980L, 12_345L), (video.ContentNo, video.ProductNo, video.GmvMinor, video.Views));
        Assert.Equal((456_700L, 2_000L, 150L, new DateOnly(2026, 4, 2)), (video.CompletionRatePpm, video.ProductImpressions, video.ProductClicks, video.Day));

        using var seller = Shared.Content(Shared.Sample("Video details.csv"), Shared.States);
        Assert.True(seller.Read());
        Assert.Null(seller.Problem);
        Assert.Equal((12_050L, 15_000L, 1_000L, 333_000L), (seller.Current.GmvMinor, seller.Current.AttributedGmvMinor, seller.Current.Views, seller.Current.CompletionRatePpm));
        Assert.Equal((5L, 6L, 7L), (seller.Current.Customers, seller.Current.Orders, seller.Current.Items));
        Assert.Equal("7000000000000000100", seller.Current.CreatorNo);
    }

    [Fact]
    public void A_LIVE_lasts_from_its_start_to_its_end()
    {
        using var affiliate = Shared.Content(Shared.Sample("Transaction_Analysis_Live_List_20260401-20260430.csv"), Shared.Malaysia);
        Assert.True(affiliate.Read());
        Assert.Null(affiliate.Problem);
        var live = affiliate.Current;
        Assert.Equal((ContentKind.Live, StatWindow.Session, 9_000L, 50_000L, 5_000L), (live.Kind, live.Window, live.DurationSeconds, live.GmvMinor, live.RefundMinor));

        using var seller = Shared.Content(Shared.Sample("Live analysis.csv"), Shared.Malaysia);
        Assert.True(seller.Read());
        Assert.Null(seller.Problem);
        live = seller.Current;
        Assert.Equal(("7000000000000000100@20260418T1414Z", 6_000L, 65L), (live.ContentNo, live.DurationSeconds, live.AvgViewSeconds));
        Assert.Equal(new DateTimeOffset(2026, 4, 18, 15, 54, 0, TimeSpan.Zero), live.EndedAt);
        Assert.Equal((123_450L, 150_000L, 3_500L, 2_000L, 9_876L), (live.GmvMinor, live.AttributedGmvMinor, live.Views, live.Viewers, live.Likes));
        Assert.Equal((40L, 35L, 12L, 5L, new DateOnly(2026, 4, 18)), (live.CreatedSkuOrders, live.SkuOrders, live.ProductsAdded, live.ProductsSold, live.To));
        Assert.False(seller.Read()); // the summary
        Shared.Refuses(() => Shared.Content(Shared.Sample("Live analysis.csv"), Shared.Vietnam), "currency_not_market");
    }

    [Fact]
    public void Products_come_from_four_consoles()
    {
        using var affiliate = Shared.Products(Shared.Sample("ListProducts_20260401-20260430.csv"), Shared.States);
        Assert.True(affiliate.Read());
        Assert.Equal(("1729582598261738105", "Mini fan", StatWindow.Period), (affiliate.Current.ProductNo, affiliate.Current.Name, affiliate.Current.Window));
        Assert.Equal(Figure.Exact(6), affiliate.Current.Totals[TotalMeasure.Creators]);
        using var compass = Shared.Products(Shared.Sample("Transaction_Analysis_Product_List_20260401-20260430.csv"), Shared.Malaysia);
        Assert.True(compass.Read());
        Assert.Equal("Electronics/Fans", compass.Current.CategoryPath);
        Assert.Equal(Figure.Exact(50_000), compass.Current.Totals[TotalMeasure.Gmv]);
        using var seller = Shared.Products(Shared.Sample("Product analysis.csv"), Shared.Indonesia);
        Assert.True(seller.Read());
        Assert.Null(seller.Problem);
        Assert.Equal("Active", seller.Current.Status);
        Assert.Equal(Figure.Exact(123_456_700), seller.Current.Totals[TotalMeasure.Gmv]);
        Assert.Equal(Figure.Exact(3_456_700), seller.Current.Totals[TotalMeasure.ProductCardGmv]);
        using var tool = Shared.Products(Shared.Sample("Products of a tool.csv"), Shared.Vietnam);
        tool.Read();
        tool.Read();
        Assert.Null(tool.Problem);
        Assert.Equal(Figure.Range(99_000, 1_199_000), tool.Current.PriceMinor);
        Assert.Null(tool.Current.CommissionRatePpm);
    }
}
