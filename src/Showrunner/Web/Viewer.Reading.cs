using System.Globalization;
using Microsoft.AspNetCore.Diagnostics;
using Showrunner.Platform;

namespace Showrunner.Web;

public sealed partial class Viewer
{
    /// <summary>Reads market, days and language from the address; what the address leaves open comes from the last visit.</summary>
    public void Read(HttpRequest request, DateTimeOffset now)
    {
        string? Asked(string name) => request.Query[name] is [{ Length: > 0 } value, ..] ? value : null;
        string? Kept(string name) => request.Cookies["sr_" + name];

        Path = Wanted(request) ?? "/";
        _query = [.. request.Query.SelectMany(pair => pair.Value.Select(value => (pair.Key, value ?? "")))];
        Language = Known(Asked("lang"), Texts.Languages) ?? _own ?? Known(Kept("lang"), Texts.Languages) ?? Accepted(request);
        Theme = Known(Kept("theme"), Themes) ?? "auto";
        MenuFolded = Kept("menu") == "icons";
        var market = Asked("market") ?? Kept("market");
        Market = Markets.FirstOrDefault(option => option.Code == market) ?? (Markets.Count > 0 ? Markets[0] : null);
        Compare = Known(Asked("compare"), Period.Comparisons) ?? Known(Kept("compare"), Period.Comparisons) ?? "previous";
        ReadDays(Asked("from"), Asked("to"), Asked("preset"), Kept("days"), now);
    }

    /// <summary>What was asked for, also where a page for errors answers instead: another market or language may do. A form that was refused has no page of its own.</summary>
    private static string? Wanted(HttpRequest request)
    {
        var features = request.HttpContext.Features;
        var instead = features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? features.Get<IExceptionHandlerPathFeature>()?.Path;
        return instead is null ? request.Path.Value : HttpMethods.IsGet(request.Method) ? instead : null;
    }

    private void ReadDays(string? from, string? to, string? preset, string? kept, DateTimeOffset now)
    {
        if (from is null && to is null && preset is null && kept is not null)
        {
            var parts = kept.Split('~');
            if (parts.Length == 2) (from, to) = (parts[0], parts[1]);
            else preset = kept;
        }
        if (Day(from) is { } first && Day(to) is { } last && first <= last && last.DayNumber - first.DayNumber < 3 * 366)
        {
            (Preset, Range) = (Period.Custom, new DayRange(first, last));
            return;
        }
        Preset = Known(preset, Period.Presets) ?? Period.Usual;
        Range = Period.Of(Preset, Today(now), Market?.LastDay);
    }

    /// <summary>What the next visit should remember.</summary>
    public IEnumerable<(string Name, string Value)> Kept()
    {
        if (Market is not null) yield return ("sr_market", Market.Code);
        yield return ("sr_compare", Compare);
        yield return ("sr_days", Preset == Period.Custom ? $"{Range.From:yyyy-MM-dd}~{Range.To:yyyy-MM-dd}" : Preset);
    }

    /// <summary>The day it is in the market that is looked at.</summary>
    public DateOnly Today(DateTimeOffset now)
    {
        var zone = Market is not null && TimeZoneInfo.TryFindSystemTimeZoneById(Market.TimeZone, out var found) ? found : TimeZoneInfo.Utc;
        return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
    }

    internal static readonly IReadOnlyList<string> Themes = ["auto", "light", "dark"];

    private static string? Known(string? value, IReadOnlyList<string> allowed) => value is not null && allowed.Contains(value) ? value : null;

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static string Accepted(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage.OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.Value?.Split('-')[0]).FirstOrDefault(code => code is not null && Texts.Languages.Contains(code)) ?? "en";

    internal void Leave(Notice? notice) => Notice = notice;
}
