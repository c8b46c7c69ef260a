using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;
using Showrunner.Platform.Jobs;

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
            Assert.Equal(Showrunner.Commands.CommandLine.Failed, await Showrunner.Commands.CommandLine.Run(["serve", "--data", place.Folder, "--urls", app.Address.ToString().TrimEnd('/')]));
        }
        finally { Console.SetError(before); }
        Assert.Contains("is in use already", errors.ToString());
    }

    [Theory, Databases]
    public async Task A_worker_does_jobs_and_listens_nowhere(string database)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var place = new TestPlace(database);
        await Program.Prepare(place.Place, cancel);
        await using var worker = Program.Build(new ServeOptions(place.Place, ["--urls", "http://127.0.0.1:1"]) { Listens = false });
        await worker.StartAsync(cancel); // port 1 would be refused
        Assert.Null(worker.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>());
        using var scope = worker.Services.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var job = db.Add(new Job { Kind = "nobody's", Subject = "", TitleKey = "demo.job" }).Entity;
        await db.SaveChangesAsync(cancel);
        for (var tries = 0; tries < 200 && !job.IsOver; tries++)
        {
            await Task.Delay(50, cancel);
            await db.Entry(job).ReloadAsync(cancel);
        }
        Assert.Equal(Job.Failed, job.State); // taken; nobody knows this kind
        await worker.StopAsync(cancel);
    }
}
