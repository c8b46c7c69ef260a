namespace Showrunner.Tests;

public class StartTests
{
    [Theory, Databases]
    public async Task Answers_when_started_on_an_empty_database(string database)
    {
        await using var app = await TestApp.Start(database);
        Assert.Equal("ok", await app.Browser().GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
