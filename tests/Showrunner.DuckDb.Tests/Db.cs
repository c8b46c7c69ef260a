namespace Showrunner.DuckDb.Tests;

/// <summary>A database in memory with one connection.</summary>
public abstract class Db : IDisposable
{
    protected DuckDatabase Database { get; } = DuckDatabase.Open(":memory:", new Dictionary<string, string> { ["threads"] = "2" });

    protected DuckConnection Duck { get; }

    protected Db() => Duck = Database.Connect();

    protected long Number(string sql)
    {
        using var result = Duck.Query(sql);
        Assert.True(result.Read());
        return result.GetInt64(0);
    }

    public void Dispose()
    {
        Duck.Dispose();
        Database.Dispose();
        GC.SuppressFinalize(this);
    }
}
