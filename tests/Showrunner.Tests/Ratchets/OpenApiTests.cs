using System.Net;
using System.Text.Json.Nodes;

namespace Showrunner.Tests.Ratchets;

public sealed class OpenApiTests
{
    private static readonly Uri Address = new("/openapi/v1.json", UriKind.Relative);

    /// <summary>A change of the API is a change of this file, seen in review. SHOWRUNNER_WRITE_DOCS=1 writes it anew.</summary>
    [Fact]
    public async Task The_kept_description_is_the_one_that_is_served()
    {
        await using var app = await TestApp.Start("sqlite");
        var browser = await app.SignInAs("admin");
        var served = await browser.GetStringAsync(Address, TestContext.Current.CancellationToken);
        served = served.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var file = Repository.Full("docs/openapi.json");
        if (Environment.GetEnvironmentVariable("SHOWRUNNER_WRITE_DOCS") == "1") await File.WriteAllTextAsync(file, served, TestContext.Current.CancellationToken);
        Assert.True(JsonNode.Parse(served)!["paths"]!.AsObject().Count > 5);
        Assert.Equal(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), served);
    }

    [Fact]
    public async Task Strangers_do_not_read_the_description()
    {
        await using var app = await TestApp.Start("sqlite");
        var answer = await app.Browser().GetAsync(Address, TestContext.Current.CancellationToken);
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }
}
