using System.Globalization;
using Showrunner.Engine.Simulation;
using Showrunner.Ledger;

namespace Showrunner.Demo;

public sealed partial class DemoMarket
{
    private sealed partial class Telling
    {
        // Ten days after it not all of it is back yet: what can be seen is twice the usual.
        private const double ReturnsOfPromotion = 2.6, CouponPrice = 0.7;
        private readonly OrderLineDraft _line = new();
        private long _orders;
        private bool _hasCoupon;

        /// <summary>Tells this many lines; now and then two of them are one order.</summary>
        private void Sell(int lines, int channel, int day, DateOnly date, Show? show, DemoProduct? wanted = null)
        {
            for (var i = 0; i < lines; i++)
            {
                var product = show?.Product ?? wanted ?? PickProduct(day);
                if (demo._events.IsOut(product, day)) continue; // who wanted it buys nothing else
                StartOrder(channel, date, show);
                Fill(product, channel, day, date, show);
                if (show?.Product is not null || i + 1 >= lines || !_chance.Hits(0.15)) continue;
                var second = PickProduct(day);
                if (second == product || demo._events.IsOut(second, day)) continue;
                Fill(second, channel, day, date, show);
                i++;
            }
        }

        private DemoProduct PickProduct(int day)
        {
            var at = _chance.Next();
            var rising = Rising(day) * _creator.Liking(demo._catalogue.Rising.Category);
            if (at < rising) return demo._catalogue.Rising;
            if (at < rising + DemoEvents.ReturnedShare * _creator.Liking(demo._catalogue.Returned.Category)) return demo._catalogue.Returned;
            return at < 1 - DemoEvents.PassersBy ? _creator.Shelf.Pick(ref _chance) : demo._catalogue.Draw(_chance.Below(demo._words.Categories.Length), ref _chance);
        }

        /// <summary>Nothing before it is listed, a trickle for two weeks, then more than any other product.</summary>
        private double Rising(int day) => demo._size.IsQuiet ? 0 : DemoEvents.RisingShare * Course.Rise(day - _calendar.IndexOf(_calendar.Listing), 22, 2.5);

        /// <summary>What the lines of one order have in common.</summary>
        private void StartOrder(int channel, DateOnly date, Show? show)
        {
            _orders++;
            _line.OrderNo = (990_000_000_000_000_000 + demo._words.Number * 1_000_000_000_000_000L + _orders * 6_364_136_223L % 1_000_000_000_000_000).ToString(CultureInfo.InvariantCulture);
            // Most buy once or twice, some every week.
            var buyers = Math.Max(50, demo.ExpectedLines);
            _buyer = (long)(buyers * Math.Pow(_chance.Next(), 1.7));
            _line.BuyerNo = string.Create(CultureInfo.InvariantCulture, $"b{demo._words.Number}{_buyer:D9}");
            var local = show switch
            {
                { IsLive: true } => show.Local.AddSeconds(_chance.Next() * show.Minutes * 60),
                not null when show.Day == date => show.Local.AddSeconds(_chance.Next() * (date.AddDays(1).ToDateTime(default) - show.Local).TotalSeconds),
                _ => date.ToDateTime(new TimeOnly(Hour(), _chance.Below(60), _chance.Below(60))),
            };
            _line.OrderedAt = demo._market.Instant(local);
            _line.Day = date;
            _line.Channel = Channels[channel];
            _line.ContentNo = show?.No ?? "";
            _line.CreatorHandle = _handle;
        }

        private long _buyer;

        /// <summary>Few at night, many at noon, most in the evening.</summary>
        private int Hour() => _chance.Next() switch { < 0.07 => _chance.Between(0, 6), < 0.35 => _chance.Between(7, 11), < 0.6 => _chance.Between(12, 16), _ => _chance.Between(17, 23) };

        private void Fill(DemoProduct product, int channel, int day, DateOnly date, Show? show)
        {
            var d = _line;
            var isPromotion = _calendar.IsPromotion(date);
            (d.ProductNo, d.ProductName, d.ShopNo, d.ShopName) = (product.No, product.Name, product.ShopNo, product.ShopName);
            d.CategoryPath = demo._words.Categories[product.Category].Path;
            NoteCampaign(product, day);
            var sku = _chance.Below(product.Skus.Length);
            d.SkuNo = product.Skus[sku];
            d.SellerSku = "";
            d.Quantity = _chance.Next() switch { < 0.8 => 1, < 0.94 => 2, < 0.99 => 3, _ => 5 };
            d.PriceMinor = Price(product.PriceMinor, _hasCoupon ? CouponPrice : isPromotion ? 0.85 : _chance.Hits(0.25) ? 0.92 : 1);
            d.GmvMinor = d.PriceMinor * d.Quantity;
            d.CommissionRatePpm = product.RatePpm;
            (d.EstBaseMinor, d.EstCommissionMinor) = (d.GmvMinor, d.GmvMinor * product.RatePpm / 1_000_000);
            var isAd = _creator.HasAds && channel <= AtVideo && _chance.Hits(0.4);
            d.AdsCommissionRatePpm = isAd ? product.RatePpm / 2 : null;
            d.EstAdsCommissionMinor = isAd ? d.GmvMinor * (product.RatePpm / 2) / 1_000_000 : null;
            d.EstBonusMinor = isPromotion || _chance.Hits(0.05) ? d.GmvMinor / 50 : null;
            (d.RefundMinor, d.ReturnedQuantity) = (0, 0);
            (d.ActualBaseMinor, d.ActualCommissionMinor, d.ActualAdsCommissionMinor, d.ActualBonusMinor) = (null, null, null, null);
            (d.PaidAt, d.DeliveredAt, d.SettledAt) = (null, null, null);
            LiveOn(product, day, date, isPromotion);
            Count(show, product);
            if (channel >= AtCard) NoteAttributed();
            line(d);
        }

        private void NoteCampaign(DemoProduct product, int day)
        {
            (_line.CampaignNo, _line.CampaignName) = ("", "");
            foreach (var campaign in _joined)
                if (campaign.Holds(product, day)) (_line.CampaignNo, _line.CampaignName) = (campaign.No, campaign.Name);
        }

        private long Price(long full, double share)
        {
            var (step, less) = demo._words.PriceEnd;
            return share == 1 ? full : Math.Max(step, (long)(full * share) / step * step) - less;
        }
    }
}
