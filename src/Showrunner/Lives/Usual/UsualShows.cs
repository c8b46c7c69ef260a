using System.Collections.Concurrent;
using Showrunner.Engine.Live.Shows;
using Showrunner.Lives.Intake;
using Showrunner.Lives.Sessions;

namespace Showrunner.Lives.Usual;

/// <summary>What is usual in a market's shows, learned from those that are over. A creator with few of his own is taken to be like the others.</summary>
public sealed class UsualShows(IReadOnlyList<PastCourse> past, ReadPast.Stamp stamp, DateTimeOffset learnedAt)
{
    /// <summary>Below this many shows nothing is called usual.</summary>
    public const int Fewest = 3;
    private readonly ConcurrentDictionary<(string, LiveMeasure), Lazy<ShowBaseline?>> _baselines = [];
    private readonly ConcurrentDictionary<string, Lazy<ShowForecast?>> _forecasts = [];
    private readonly ConcurrentDictionary<(LiveMeasure, MinuteTest), Lazy<MinuteModel?>> _models = [];
    private readonly Dictionary<string, PastCourse[]> _own = past.Where(show => show.Creator.Length > 0).GroupBy(show => show.Creator).Where(own => own.Count() >= Fewest).ToDictionary(own => own.Key, own => own.ToArray());

    public static UsualShows Nothing { get; } = new([], new(0, null), DateTimeOffset.MinValue);

    public ReadPast.Stamp Stamp => stamp;
    public DateTimeOffset LearnedAt => learnedAt;
    public int Shows => past.Count;

    /// <summary>How many shows of his own count with the creator; 0 where he is taken to be like all others.</summary>
    public int OwnShows(string creator) => _own.TryGetValue(creator, out var own) ? own.Length : 0;

    /// <summary>How long the show is to last: as planned, else as long as half of the creator's shows, or of all, do.</summary>
    public int? Minutes(LiveSession session) => session.PlannedMinutes
        ?? (past.Count < Fewest ? null : (_own.GetValueOrDefault(session.CreatorName) ?? [.. past]).Select(show => show.Minutes).Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : null);

    public ShowBaseline? Baseline(LiveMeasure measure, string creator) => _baselines.GetOrAdd((Known(creator), measure), key => new(() =>
        In(key.Item2) is { Count: >= Fewest } shows ? ShowBaseline.Learn(shows, key.Item1, Category(key.Item1)) : null)).Value;

    public ShowForecast? Forecast(string creator) => _forecasts.GetOrAdd(Known(creator), key => new(() =>
        In(LiveMeasure.Gmv) is { Count: >= Fewest } shows ? ShowForecast.Learn(shows, key, Category(key)) : null)).Value;

    /// <summary>For what is watched by the minute; of the whole market, since what is odd for a show is told by the show itself.</summary>
    public MinuteModel? Model(LiveMeasure measure, MinuteTest test) => _models.GetOrAdd((measure, test), key => new(() =>
        In(key.Item1) is { Count: >= Fewest } shows ? MinuteModel.Learn(shows, "", "", key.Item2) : null)).Value;

    private string Known(string creator) => _own.ContainsKey(creator) ? creator : "";
    private string Category(string creator) => _own.TryGetValue(creator, out var own) ? own[0].Category : "";
    private List<PastShow> In(LiveMeasure measure) => [.. past.Select(show => show.In(measure)).OfType<PastShow>()];
}
