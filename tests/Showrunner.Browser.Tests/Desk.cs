using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Showrunner.Demo;
using Showrunner.Platform;
using Showrunner.Tests;

namespace Showrunner.Browser.Tests;

/// <summary>The product as a person meets it: the whole application on a real port, in headless Chromium.</summary>
public sealed class Desk : IAsyncDisposable
{
    public const string Chromium = "/usr/bin/chromium";
    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    public TestApp App { get; }
    public IPage Page { get; }
    /// <summary>What the browser complained about; a journey ends with none.</summary>
    public List<string> Complaints { get; } = [];

    private Desk(TestApp app, IPlaywright playwright, IBrowser browser, IPage page)
    {
        (App, _playwright, _browser, Page) = (app, playwright, browser, page);
        page.Console += (_, message) => { if (message.Type == "error") Complaints.Add(message.Text); };
        // A module whose page was left before it came is nobody's fault; one that is missing shows as a 404 as well.
        page.PageError += (_, error) => { if (!error.Contains("dynamically imported module", StringComparison.Ordinal)) Complaints.Add(error); };
    }

    public static async Task<Desk> Open(string database, int width = 1440, int height = 900)
    {
        if (!File.Exists(Chromium)) throw new InvalidOperationException("Browser tests need Chromium: apt-get install chromium");
        var app = await TestApp.Start(database);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Flags, Headless = true });
        var page = await browser.NewPageAsync(new BrowserNewPageOptions { BaseURL = app.Address.ToString(), ViewportSize = new ViewportSize { Width = width, Height = height } });
        page.SetDefaultTimeout(90_000); // a busy machine is slow, not wrong
        return new Desk(app, playwright, browser, page);
    }

    /// <summary>Signs a new person in through the form.</summary>
    public async Task SignIn(string role)
    {
        var person = await App.AddTestPerson(role);
        await Page.GotoAsync("/signin");
        await Page.FillAsync("[name=email]", person.Email);
        await Page.FillAsync("[name=password]", TestPeople.Password);
        await Page.ClickAsync("form button[type=submit]");
        await Reach("^(?!.*/signin)");
    }

    /// <summary>Waits until a page whose address matches is there whole. The page itself is asked: a load event can be over before anyone listens.</summary>
    public async Task Reach(string address) => await Page.WaitForFunctionAsync("address => document.readyState === 'complete' && new RegExp(address).test(location.href)", address);

    /// <summary>Who is signed in has a language of his own; the address changes it for guests only.</summary>
    public async Task Speak(string language)
    {
        await Page.GotoAsync("/settings/me");
        await Page.SelectOptionAsync("select[name=language]", language);
        await Page.ClickAsync("form:has(select[name=language]) button[type=submit]");
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    /// <summary>A demo market of one country, small enough for a test.</summary>
    public Task LoadDemo(string market = "ID") => App.InDb(async db =>
    {
        using var scope = App.Services.CreateScope();
        var request = new LoadDemo.Request(new DemoSize("test", 60, 4_000, 40), [market]);
        return await scope.ServiceProvider.GetRequiredService<LoadDemo>().Handle(request, Actor.Program("test"), (_, _) => { }, default);
    });

    /// <summary>How far the page sticks out sideways.</summary>
    public Task<int> Overflow() => Page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
        await App.DisposeAsync();
    }
}
