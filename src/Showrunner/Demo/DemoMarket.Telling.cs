using Showrunner.Engine.Simulation;
using Showrunner.Ledger;

namespace Showrunner.Demo;

public sealed partial class DemoMarket
{
    /// <summary>One creator after another, one day after another.</summary>
    private sealed partial class Telling(DemoMarket demo, Action<OrderLineDraft> line, Action<ContentDraft> content)
    {
        private const int VideoDays = 28;
        private const int AtLive = 0, AtVideo = 1, AtCard = 2, AtShowcase = 3;
        private static readonly string[] Channels = [Channel.Live, Channel.Video, Channel.ProductCard, Channel.Showcase];
        private readonly DemoCalendar _calendar = demo._calendar;
        private readonly List<Show> _videos = [];
        private DemoCreator _creator = null!;
        private string _handle = "";
        private Chance _chance;
        private DemoEvent? _planted;
        private DemoCampaign[] _joined = [];
        private int _contents;

        public void Tell(DemoCreator creator, Chance chance)
        {
            (_creator, _chance, _contents) = (creator, chance, 0);
            _handle = demo.Free(creator.Handle);
            _planted = demo._events.Of(creator.Rank);
            _joined = demo._campaigns.Of(creator.Rank);
            var expected = creator.Weight * _calendar.From(creator.FirstDay) * demo._linesPerWeight;
            var liveRate = creator.Mix[AtLive] == 0 ? 0 : Math.Min(0.8, (creator.IsAtRisk ? 0.8 : creator.IsStar ? 0.5 : 0.01) + 0.007 * Math.Sqrt(expected));
            var videoRate = Math.Min(0.9, 0.02 + 0.006 * Math.Sqrt(expected));
            for (var day = creator.FirstDay; day < demo._size.Days; day++) TellDay(day, liveRate, videoRate);
            foreach (var video in _videos) Close(video);
            _videos.Clear();
        }

        private void TellDay(int day, double liveRate, double videoRate)
        {
            var date = _calendar.Days.From.AddDays(day);
            var isPromotion = _calendar.IsPromotion(date);
            CloseOldVideos(day);
            if (_planted is { Kind: DemoEvent.Violation } && day >= _planted.From) return;
            var lines = _creator.Weight * _calendar.Weight(day) * Decline(day, isPromotion) * demo._linesPerWeight;
            if (_planted is { Kind: DemoEvent.CouponLeak } leak && leak.On(day))
            {
                SellByCoupon(lines, leak, day, date);
                return;
            }
            if (day == _creator.FirstDay || _chance.Hits(videoRate)) _videos.Add(Post(day, date));

            var goesLive = liveRate > 0 && (isPromotion || _chance.Hits(liveRate));
            var live = goesLive ? GoLive(day, date) : null;
            _liveToday = live;
            if (live is not null)
            {
                var boost = isPromotion ? 1 : 1 / liveRate;
                Sell(_chance.Poisson(lines * _creator.Mix[AtLive] * boost), AtLive, day, date, live);
            }
            for (var channel = AtVideo; channel < Channels.Length; channel++)
            {
                var count = _chance.Poisson(lines * _creator.Mix[channel]);
                if (channel == AtVideo)
                    for (var i = 0; i < count; i++) Sell(1, channel, day, date, WatchedVideo(day, date));
                else Sell(count, channel, day, date, null);
            }
            foreach (var extra in demo._events.ExtraOn(day)) SellExtra(lines, extra, day, date);
            if (live is not null) Close(live);
        }

        private double Decline(int day, bool isPromotion) =>
            _planted is not { Kind: DemoEvent.Decline } fall ? 1
            : _creator.IsAtRisk ? DemoCreator.Trend(day, demo._size.Days, isPromotion)
            : Course.Fall(day - fall.From, DemoEvents.DeclineDays, fall.Size);

        /// <summary>A code meant for few got round: bought by his links and at his card, while no video or LIVE of his runs.</summary>
        private void SellByCoupon(double lines, DemoEvent leak, int day, DateOnly date)
        {
            _liveToday = null;
            Sell(_chance.Poisson(lines * _creator.Mix[AtCard]), AtCard, day, date, null);
            _hasCoupon = true;
            Sell(_chance.Poisson(lines * leak.Size), AtShowcase, day, date, null);
            _hasCoupon = false;
        }

        /// <summary>What a viral product or a category's day brings on top: more to those whose people like the category.</summary>
        private void SellExtra(double lines, DemoEvent extra, int day, DateOnly date)
        {
            var category = extra.Product?.Category ?? extra.Category!.Value;
            var wave = extra.Kind == DemoEvent.Viral ? Course.Wave(day - extra.From, extra.Days) : 1;
            var count = _chance.Poisson(lines * extra.Size * wave * _creator.Liking(category));
            if (count == 0) return;
            if (extra.Product is not { } product)
            {
                for (var i = 0; i < count; i++) Sell(1, AtCard, day, date, null, demo._catalogue.Draw(category, ref _chance));
                return;
            }
            var video = _videos.Find(v => v.Product == product);
            if (video is null) _videos.Add(video = Post(day, date, product));
            for (var i = 0; i < count; i++) Sell(1, AtVideo, day, date, video);
        }

        private void CloseOldVideos(int day)
        {
            for (var i = _videos.Count - 1; i >= 0; i--)
            {
                if (day - _videos[i].PostedOn < VideoDays) continue;
                Close(_videos[i]);
                _videos.RemoveAt(i);
            }
        }

        /// <summary>Good and fresh videos sell most; a creator without an open one posts one.</summary>
        private Show WatchedVideo(int day, DateOnly date)
        {
            if (_videos.TrueForAll(v => v.IsViral)) _videos.Add(Post(day, date));
            var all = 0.0;
            foreach (var video in _videos) all += video.PullOn(day);
            var at = _chance.Next() * all;
            foreach (var video in _videos)
                if ((at -= video.PullOn(day)) < 0) return video;
            return _videos[^1];
        }
    }
}
