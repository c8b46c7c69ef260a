using System.Net;
using System.Text.RegularExpressions;

namespace Showrunner.Tests.Web;

public sealed partial class AssetsTests
{
    [Fact]
    public async Task A_page_names_its_files_by_content_so_that_they_are_kept_for_good()
    {
        await using var host = await WebHost.Start();
        var sheet = Address().Match(await host.Page("/gallery")).Groups[1].Value;
        using var answer = await host.Get(sheet, "en", ("Accept-Encoding", "br, gzip"));
        Assert.Contains("immutable", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("br", Assert.Single(answer.Content.Headers.ContentEncoding));
        using var again = await host.Get("/assets/site.css", "en", ("If-None-Match", answer.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
    }

    [Fact]
    public async Task Libraries_and_our_scripts_are_served()
    {
        await using var host = await WebHost.Start();
        foreach (var path in (string[])["/lib/echarts.esm.min.js", "/assets/chart.js", "/assets/nav.js", "/assets/job.js", "/assets/drop.js"])
            Assert.Equal("text/javascript", (await host.Get(path)).Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Nothing_outside_the_two_folders_is_served()
    {
        await using var host = await WebHost.Start();
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get("/assets/..%2fShowrunner.dll")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Get("/lib/%2e%2e/appsettings.json")).StatusCode);
    }

    [Fact]
    public async Task Pages_without_charts_stay_under_150_kilobytes_of_script()
    {
        await using var host = await WebHost.Start();
        var scripts = Script().Matches(await host.Page("/gallery/forms")).Select(match => match.Groups[1].Value).Distinct().ToList();
        Assert.NotEmpty(scripts);
        var bytes = 0;
        foreach (var script in scripts) bytes += (await host.Client.GetByteArrayAsync(script)).Length;
        Assert.InRange(bytes, 1000, 150 * 1024);
    }

    [Fact]
    public async Task Every_icon_that_is_named_is_drawn()
    {
        await using var host = await WebHost.Start();
        var sprite = await host.Client.GetStringAsync("/assets/icons.svg");
        var used = SourceFiles.Of("*.razor").SelectMany(file => IconName().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();
        Assert.DoesNotContain(used, name => !sprite.Contains($"id=\"{name}\"", StringComparison.Ordinal));
    }

    [GeneratedRegex("""rel="stylesheet" href="([^"]+)""")] private static partial Regex Address();
    [GeneratedRegex("""<script type="module" src="([^"]+)""")] private static partial Regex Script();
    [GeneratedRegex("""Icon(?: Name)?="([a-z]+)""")] private static partial Regex IconName();
}
