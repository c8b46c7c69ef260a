namespace Showrunner.Tests;

public class StartTests
{
    [Theory, Databases]
    public async Task Answers_when_started_on_an_empty_database(string database)
    {
        await using var app = await TestApp.Start(database);
        Assert.Equal("ok", await app.Browser().GetStringAsync(new Uri("/health", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_address_in_use_is_named()
    {
        await using var app = await TestApp.Start("sqlite");
        using var place = new TestPlace("sqlite");
        var (errors, before) = (new StringWriter(), Console.Error);
        Console.SetError(errors);
        try
        {
            Assert.Equal(Commands.CommandLine.Failed, await Commands.CommandLine.Run(["serve", "--data", place.Folder, "--urls", app.Address.ToString().TrimEnd('/')]));
        }
        finally { Console.SetError(before); }
        Assert.Contains("is in use already", errors.ToString());
    }
}
