using Showrunner.Demo.Words;
using Showrunner.Ledger;

namespace Showrunner.Demo;

public sealed partial class DemoMarket
{
    private sealed partial class Telling
    {
        /// <summary>What becomes of the line by the end day: paid, on its way, delivered, sent back, settled.</summary>
        private void LiveOn(DemoProduct product, int day, DateOnly date, bool isPromotion)
        {
            var d = _line;
            var age = _calendar.Days.To.DayNumber - date.DayNumber;
            // The same number of draws for every line, so that an older end day changes nothing else.
            var (fate, returns, returnsAfter, delivery, settling) = (_chance.Next(), _chance.Next(), _chance.Between(4, 13), _chance.Between(2, 5), _chance.Between(9, 16));
            var whole = _chance.Hits(0.85);
            var isUnpaid = fate < 0.008;
            var isCancelled = fate is >= 0.008 and < 0.04;
            if (isUnpaid)
            {
                d.Status = LineStatus.Unpaid;
                return;
            }
            d.PaidAt = d.OrderedAt.AddMinutes(1 + (long)(settling * 3));
            if (isCancelled || fate is >= 0.04 and < 0.045)
            {
                d.Status = isCancelled ? LineStatus.Cancelled : LineStatus.Ineligible;
                (d.EstBaseMinor, d.EstCommissionMinor) = (0, 0);
                (d.EstAdsCommissionMinor, d.EstBonusMinor) = (d.EstAdsCommissionMinor is null ? null : 0, d.EstBonusMinor is null ? null : 0);
                return;
            }
            d.Status = LineStatus.Processing;
            if (age < delivery + 1) return;
            d.Status = LineStatus.Completed;
            d.DeliveredAt = d.OrderedAt.AddDays(delivery);
            if (returns < ReturnRate(product, day, isPromotion) && age >= returnsAfter) Return(whole);
            var settledAfter = delivery + settling;
            if (age <= settledAfter) return;
            if (d.RefundMinor == d.GmvMinor)
            {
                d.Status = LineStatus.Ineligible;
                return;
            }
            d.Status = LineStatus.Settled;
            d.SettledAt = d.OrderedAt.AddDays(settledAfter);
            var kept = d.GmvMinor - d.RefundMinor;
            d.ActualBaseMinor = kept;
            d.ActualCommissionMinor = kept * d.CommissionRatePpm / 1_000_000;
            d.ActualAdsCommissionMinor = d.AdsCommissionRatePpm is { } rate ? kept * rate / 1_000_000 : null;
            d.ActualBonusMinor = d.EstBonusMinor is null ? null : kept / 50;
        }

        private double ReturnRate(DemoProduct product, int day, bool isPromotion) => demo._events.ReturnsOf(product, day)
            ?? demo._words.ReturnRate * product.Traits.RefundFactor * (isPromotion ? ReturnsOfPromotion : 1);

        /// <summary>All of it, or one piece of several where the market's files can say so.</summary>
        private void Return(bool whole)
        {
            var d = _line;
            var isOne = !whole && d.Quantity > 1 && demo._words.Export != ExportLanguage.English;
            (d.RefundMinor, d.ReturnedQuantity) = isOne ? (d.PriceMinor, 1) : (d.GmvMinor, d.Quantity);
        }

        private Show? _liveToday;

        private void Count(Show? show, DemoProduct product)
        {
            if (show is null) return;
            var d = _line;
            show.Created++;
            if (d.Status == LineStatus.Unpaid) return;
            show.SkuOrders++;
            if (_countedOrder != _orders) show.Orders++;
            _countedOrder = _orders;
            show.Items += d.Quantity;
            show.ItemsRefunded += d.ReturnedQuantity;
            show.Gmv += d.GmvMinor;
            show.Refund += d.RefundMinor;
            show.Commission += d.EstCommissionMinor ?? 0;
            show.Buyers.Add(_buyer);
            show.Products.Add(product.Number);
        }

        private long _countedOrder;

        /// <summary>What a creator sells from card and showcase on the day of his LIVE, the marketplace attributes to the LIVE as well.</summary>
        private void NoteAttributed()
        {
            if (_liveToday is { } live && _line.Status != LineStatus.Unpaid && _line.OrderedAt >= demo._market.Instant(live.Local)) live.AttributedLater += _line.GmvMinor;
        }
    }
}
