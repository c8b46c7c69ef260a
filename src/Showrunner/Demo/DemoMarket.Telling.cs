using Showrunner.Engine.Simulation;
using Showrunner.Ledger;

namespace Showrunner.Demo;

public sealed partial class DemoMarket
{
    /// <summary>One creator after another, one day after another.</summary>
    private sealed partial class Telling(DemoMarket demo, Action<OrderLineDraft> line, Action<ContentDraft> content)
    {
        private const int VideoDays = 28;
        private const int AtLive = 0, AtVideo = 1, AtCard = 2;
        private static readonly string[] Channels = [Channel.Live, Channel.Video, Channel.ProductCard, Channel.Showcase];
        private readonly DemoCalendar _calendar = demo._calendar;
        private readonly List<Show> _videos = [];
        private DemoCreator _creator = null!;
        private string _handle = "";
        private DemoProduct[] _favourites = [];
        private Chance _chance;
        private int _contents;

        public void Tell(DemoCreator creator, Chance chance)
        {
            (_creator, _chance, _contents) = (creator, chance, 0);
            _handle = demo.Free(creator.Handle);
            _favourites = new DemoProduct[_chance.Between(3, 8)];
            for (var i = 0; i < _favourites.Length; i++) _favourites[i] = demo._catalogue.Draw(_chance.Hits(0.75) ? creator.Category : _chance.Below(demo._words.Categories.Length), ref _chance);
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
            var isPromotion = date == _calendar.Promotion;
            var lines = _creator.Weight * _calendar.Weight(day) * _creator.Trend(day, demo._size.Days, isPromotion) * demo._linesPerWeight;
            CloseOldVideos(day);
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
            if (live is not null) Close(live);
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
            if (_videos.Count == 0) _videos.Add(Post(day, date));
            var all = 0.0;
            foreach (var video in _videos) all += video.PullOn(day);
            var at = _chance.Next() * all;
            foreach (var video in _videos)
                if ((at -= video.PullOn(day)) < 0) return video;
            return _videos[^1];
        }
    }
}
