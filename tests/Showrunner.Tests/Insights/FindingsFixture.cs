using Showrunner.Demo;
using Showrunner.Tests.Demo;

namespace Showrunner.Tests.Insights;

/// <summary>A demo market large enough that its story stands out of chance, loaded once on each database.</summary>
public sealed class FindingsFixture : IAsyncLifetime
{
    public static readonly DemoSize Size = new("findings", 500, 100_000, 180);
    private readonly Dictionary<string, TestApp> _apps = [];

    public TestApp On(string database) => _apps[database];

    public async ValueTask InitializeAsync()
    {
        foreach (var database in new[] { "sqlite", "postgres" }) await DemoFixture.Load(_apps[database] = await TestApp.Start(database), Size);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values) await app.DisposeAsync();
    }
}
