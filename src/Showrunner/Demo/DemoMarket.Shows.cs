using System.Globalization;
using Showrunner.Engine.Simulation;
using Showrunner.Ledger;

namespace Showrunner.Demo;

public sealed partial class DemoMarket
{
    /// <summary>A video or a LIVE while its lines are told: what it is, and what has been sold by it.</summary>
    private sealed class Show
    {
        public required string No, Title;
        public required int PostedOn;
        public required DateOnly Day;
        public required DateTime Local;
        public required DemoProduct? Product;
        public required double Quality;
        public int Minutes;
        public long Created, SkuOrders, Orders, Items, ItemsRefunded, Gmv, AttributedLater, Refund, Commission;
        public readonly HashSet<long> Buyers = [], Products = [];

        /// <summary>Watched for its product, which everybody suddenly wants; what sells without that sells by other videos.</summary>
        public bool IsViral;

        public bool IsLive => Minutes > 0;
        public double PullOn(int day) => IsViral ? 0 : Quality * Math.Exp((PostedOn - day) / 6.0);
    }

    private sealed partial class Telling
    {
        private readonly ContentDraft _show = new();

        private Show Post(int day, DateOnly date, DemoProduct? about = null)
        {
            var product = about ?? PickProduct(day);
            return new Show
            {
                No = ContentNo(),
                Title = demo._hashtags.Under(string.Format(CultureInfo.InvariantCulture, _chance.Pick(demo._words.VideoTitles), product.Name), product, _creator.Rank, _contents, day),
                PostedOn = day,
                Day = date,
                Local = date.ToDateTime(new TimeOnly(_chance.Between(7, 20), _chance.Below(60))),
                Product = product,
                Quality = _chance.LogNormal(1.1),
                IsViral = about is not null,
            };
        }

        private Show GoLive(int day, DateOnly date) => new()
        {
            No = ContentNo(),
            Title = _chance.Pick(demo._words.LiveTitles),
            PostedOn = day,
            Day = date,
            Product = null,
            Quality = _chance.LogNormal(0.4),
            Local = date.ToDateTime(new TimeOnly(_chance.Between(10, 20), _chance.Below(4) * 10)),
            Minutes = _chance.Between(45, 190),
        };

        private string ContentNo() => string.Create(CultureInfo.InvariantCulture, $"79{demo._words.Number}{(long)_creator.Rank * 10_000 + ++_contents:D16}");

        /// <summary>Figures follow from what was sold; what nobody buys still has some who look.</summary>
        private void Close(Show show)
        {
            var d = _show;
            var isLive = show.IsLive;
            var odds = show.Product is { } shown ? PairOdds.Of(_creator.Traits, shown.Traits) : default;
            var buysPerView = isLive ? 0.011 * Math.Sqrt(_creator.Shelf.Appeal) : Math.Clamp(odds.Click * odds.Order, 0.0004, 0.02);
            var reach = _creator.Followers * (isLive ? 0.004 : 0.012);
            d.Kind = isLive ? ContentKind.Live : ContentKind.Video;
            (d.ContentNo, d.Title, d.CreatorHandle, d.CreatorName, d.CreatorNo) = (show.No, show.Title, _handle, _creator.Name, _creator.No);
            d.Link = "";
            d.CreatorCategory = demo._words.Categories[_creator.Category].Path;
            (d.ProductNo, d.ProductName) = (show.Product?.No ?? "", show.Product?.Name ?? "");
            d.Window = isLive ? StatWindow.Session : StatWindow.Days28;
            d.PostedAt = demo._market.Instant(show.Local);
            d.EndedAt = isLive ? d.PostedAt.AddMinutes(show.Minutes) : null;
            d.DurationSeconds = isLive ? show.Minutes * 60L : _chance.Between(14, 75);
            (d.Day, d.From) = (show.Day, show.Day);
            d.To = isLive ? show.Day : Earlier(show.Day.AddDays(VideoDays - 1), _calendar.Days.To);
            d.Followers = (long)(_creator.Followers * (0.8 + 0.2 * show.PostedOn / demo._size.Days));
            d.PaidPromotion = _creator.HasAds && show.Orders > 5;

            var views = (long)(show.Orders / buysPerView * _chance.LogNormal(0.35) + reach * show.Quality * _chance.LogNormal(isLive ? 0.4 : 1.0)) + 40 + show.Created * 3;
            d.Views = views;
            d.Viewers = Math.Min(views, Part(views, isLive ? 0.72 : 0.86));
            d.PeakViewers = isLive ? Part(d.Viewers.Value, 0.09) : null;
            d.AvgViewSeconds = isLive ? _chance.Between(25, 140) : _chance.Between(5, 14);
            d.Likes = isLive ? Part(views, 0.9) : Part(views, 0.045);
            d.Comments = Part(views, isLive ? 0.06 : 0.004);
            d.Shares = Part(views, isLive ? 0.008 : 0.006);
            d.NewFollowers = Part(views, isLive ? 0.012 : 0.003);
            d.ProductImpressions = Math.Max(show.Created * 2, isLive ? Part(views, 1.6) : Part(views, 0.7));
            d.ProductClicks = Math.Min(d.ProductImpressions.Value, show.Created + Part(views, isLive ? 0.16 : odds.Click * 0.8));
            (d.CreatedSkuOrders, d.SkuOrders, d.Orders, d.Items, d.ItemsRefunded) = (show.Created, show.SkuOrders, show.Orders, show.Items, show.ItemsRefunded);
            d.Customers = show.Buyers.Count;
            d.ProductsSold = show.Products.Count;
            d.ProductsAdded = isLive ? show.Products.Count + _chance.Between(3, 20) : 1;
            (d.GmvMinor, d.AttributedGmvMinor, d.RefundMinor, d.EstCommissionMinor) = (show.Gmv, show.Gmv + show.AttributedLater, show.Refund, show.Commission);
            d.CompletionRatePpm = isLive ? null : _chance.Between(80_000, 420_000);
            content(d);
        }

        private long Part(long of, double share) => (long)(of * share * _chance.LogNormal(0.2));
        private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
    }
}
