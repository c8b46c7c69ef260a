using System.CommandLine;
using System.Diagnostics;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Demo;
using Showrunner.Ledger.Columns;
using Showrunner.Platform;

namespace Showrunner.Commands;

internal static class ServeCommand
{
    public static Command Make()
    {
        var urls = new Option<string>("--urls") { Description = "Addresses to listen on", DefaultValueFactory = _ => "http://127.0.0.1:5300" };
        var role = new Option<string>("--role") { Description = "all, web or worker", DefaultValueFactory = _ => "all" };
        role.AcceptOnlyFromAmong("all", "web", "worker");
        var demo = new Option<string>("--demo") { Description = "Demo market to start with: none, small or medium", DefaultValueFactory = _ => "none" };
        demo.AcceptOnlyFromAmong("none", "small", "medium");
        var command = new Command("serve", "Starts the product in this terminal") { urls, role, demo };
        command.SetAction((words, cancel) => Serve(words, words.GetValue(urls)!, words.GetValue(role)!, words.GetValue(demo)!, cancel));
        return command;
    }

    private static async Task<int> Serve(ParseResult words, string urls, string role, string demo, CancellationToken cancel)
    {
        var started = Stopwatch.StartNew();
        var place = Settings.Place(words);
        // The database is made ready while the pages are put together: two things that know nothing of each other.
        Line("Bringing the database up to date", place.IsPostgres ? "PostgreSQL" : Path.Combine(place.Folder, "showrunner.db"));
        var preparing = Task.Run(() => Program.Prepare(place, cancel), cancel);
        await using var app = Program.Build(new ServeOptions(place, ["--urls", urls]) { RunsJobs = role is not "web", Listens = role is not "worker" });
        await preparing;
        try { await app.StartAsync(cancel); }
        catch (IOException taken) when (taken.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException) { throw new Refused("cli.address_taken", urls); }
        if (role is "worker") Line("Working", "jobs of this database; no pages are served here");
        else Line("Listening", urls);
        using (var scope = app.Services.CreateScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            Line("Filling the columns", "change no. " + await app.Services.GetRequiredService<LedgerColumns>().CatchUp(db, cancel));
            if (demo != "none" && !await HasDemo.Everywhere(db, cancel))
            {
                Line("Loading the demo market", demo);
                await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(LoadDemo.Request.Of(DemoSize.Find(demo)!), Actor.Program("command line"), (_, _) => { }, cancel);
            }
            var clock = scope.ServiceProvider.GetRequiredService<TimeProvider>();
            Line("Ready", $"after {started.Elapsed.TotalSeconds:0.0} s");
            if (role is not "worker") await SayWhere(urls, await SetupLink.Create(db, clock, cancel));
        }
        await app.WaitForShutdownAsync(cancel);
        return CommandLine.Done;
    }

    private static async Task SayWhere(string urls, string? first)
    {
        await Console.Error.WriteLineAsync();
        await Console.Error.WriteLineAsync(first is null ? $"  Open {Address(urls)}" : $"  Open this link once to become the administrator:\n  {Address(urls)}{first}");
        await Console.Error.WriteLineAsync();
    }

    private static string Address(string urls) => urls.Split(';')[0].Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal).TrimEnd('/');

    private static void Line(string step, string detail) => Console.Error.WriteLine($"  {step,-34} {detail}");
}
