using Microsoft.AspNetCore.Http;
using Showrunner.Platform;
using Showrunner.Web;
using Showrunner.Web.Gallery;

namespace Showrunner.Tests.Web;

public sealed class ViewerTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 18, 0, 0, TimeSpan.Zero);

    private static Viewer At(string address, string? cookies = null, IReadOnlyList<MarketOption>? markets = null)
    {
        var context = new DefaultHttpContext();
        var parts = address.Split('?');
        context.Request.Path = parts[0];
        if (parts.Length > 1) context.Request.QueryString = new QueryString("?" + parts[1]);
        if (cookies is not null) context.Request.Headers.Cookie = cookies;
        var viewer = new Viewer();
        viewer.Welcome("Sari", null, "id", new HashSet<string> { "samples.see" }, markets ?? Gallery.Markets);
        viewer.Read(context.Request, Now);
        return viewer;
    }

    [Fact]
    public void Days_are_the_markets_days()
    {
        // 18:00 UTC on the 22nd is the 23rd in Jakarta and the 22nd in Berlin.
        Assert.Equal(new DateOnly(2026, 11, 22), At("/?market=ID&preset=yesterday").Range.To);
        Assert.Equal(new DateOnly(2026, 11, 21), At("/?market=DE&preset=yesterday").Range.To);
    }

    [Fact]
    public void The_address_wins_over_the_last_visit()
    {
        var viewer = At("/?market=DE&from=2026-01-01&to=2026-01-31", "sr_market=ID; sr_days=last7; sr_compare=year");
        Assert.Equal(("DE", "custom", "year"), (viewer.Market!.Code, viewer.Preset, viewer.Compare));
        Assert.Equal(new DayRange(new(2026, 1, 1), new(2026, 1, 31)), viewer.Range);
    }

    [Fact]
    public void The_last_visit_is_remembered()
    {
        var viewer = At("/", "sr_market=ID; sr_days=2026-01-01~2026-01-31");
        Assert.Equal(("ID", new DateOnly(2026, 1, 31)), (viewer.Market!.Code, viewer.Range.To));
        Assert.Equal("last7", At("/", "sr_days=last7").Preset);
    }

    [Theory]
    [InlineData("/?from=2026-02-01&to=2026-01-01")]
    [InlineData("/?from=0001-01-01&to=9999-12-31")]
    [InlineData("/?from=x&to=y&preset=nonsense&compare=z&market=QQ&lang=xx")]
    public void Nonsense_in_the_address_becomes_the_usual(string address)
    {
        var viewer = At(address);
        Assert.Equal((Period.Usual, 28, "previous", "VN", "id"), (viewer.Preset, viewer.Range.Days, viewer.Compare, viewer.Market!.Code, viewer.Language));
    }

    [Fact]
    public void A_market_fed_by_files_counts_back_from_its_last_day()
    {
        var viewer = At("/", null, [Gallery.Markets[0] with { LastDay = new(2025, 4, 30) }]);
        Assert.Equal(new DayRange(new(2025, 4, 3), new(2025, 4, 30)), viewer.Range);
        Assert.Equal(new DayRange(new(2025, 4, 1), new(2025, 4, 30)), Period.Of("thisMonth", new(2026, 11, 22), new(2025, 4, 30)));
    }

    [Theory]
    [InlineData("lastWeek", "2026-11-09", "2026-11-15")]
    [InlineData("lastMonth", "2026-10-01", "2026-10-31")]
    [InlineData("thisMonth", "2026-11-01", "2026-11-22")]
    [InlineData("last90", "2026-08-24", "2026-11-21")]
    [InlineData("yesterday", "2026-11-21", "2026-11-21")]
    public void Presets_are_whole_market_days(string preset, string from, string to) =>
        Assert.Equal($"{from}..{to}", Period.Of(preset, new(2026, 11, 22)).ToString());

    [Fact]
    public void Links_keep_market_and_days_and_escape_what_they_carry()
    {
        var viewer = At("/creators?market=ID&from=2026-11-01&to=2026-11-02&q=a%26b&sort=gmv");
        Assert.Equal("/shops?market=ID&from=2026-11-01&to=2026-11-02&q=x%20%26%20y", viewer.Link("/shops", ("q", "x & y")));
        Assert.Equal("/creators?market=ID&from=2026-11-01&to=2026-11-02&q=a%26b&sort=-gmv", viewer.Here(("sort", "-gmv")));
        Assert.DoesNotContain("sort", viewer.Here(("sort", null)), StringComparison.Ordinal);
        Assert.Equal("/a?b=1&market=ID&from=2026-11-01&to=2026-11-02#c", viewer.Link("/a?b=1#c"));
    }

    [Fact]
    public void Permissions_hide_menu_entries()
    {
        var viewer = At("/samples/7");
        var menu = new Menu([new("creators", "menu.creators", "/samples", "box", 1, "samples.see"), new("creators", "menu.plan", "/secret", "box", 2, "secret")], viewer);
        Assert.Equal("/samples", Assert.Single(Assert.Single(menu.Main).Entries).Path);
        Assert.Equal("/samples", menu.Current?.Path);
        Assert.Empty(menu.Below);
    }

    [Theory]
    [InlineData("/creators", true)]
    [InlineData("//evil.example", false)]
    [InlineData("/\\evil.example", false)]
    [InlineData("https://evil.example", false)]
    [InlineData("", false)]
    [InlineData("/a\nb", false)]
    public void Only_paths_of_this_desk_are_local(string path, bool local) => Assert.Equal(local, LocalPath.IsLocal(path));
}
