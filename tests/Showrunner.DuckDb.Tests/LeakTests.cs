using System.Globalization;

namespace Showrunner.DuckDb.Tests;

/// <summary>Memory of the whole process is measured, so nothing else may run at the time.</summary>
[CollectionDefinition(nameof(LeakTests), DisableParallelization = true)]
public sealed class Alone;

[Collection(nameof(LeakTests))]
public sealed class LeakTests : Db
{
    /// <summary>SHOWRUNNER_LEAK_ROUNDS=1000000 is the whole promise: under a minute on a quiet machine, two on a busy one.</summary>
    [Fact]
    public void Prepared_queries_leave_nothing_behind()
    {
        // without the cast DuckDB plans the statement anew every time
        using var statement = Duck.Prepare("SELECT ?::BIGINT, 'a text that is not inlined'");
        Grows(int.Parse(Environment.GetEnvironmentVariable("SHOWRUNNER_LEAK_ROUNDS") ?? "200000", CultureInfo.InvariantCulture), atMostMegabytes: 16, i =>
        {
            using var result = statement.Bind(1, (long)i).Query();
            Assert.True(result.Read());
            if (result.GetInt64(0) != i) Assert.Fail($"{i} came back as {result.GetInt64(0)}");
        });
    }

    [Fact]
    public void Connections_leave_nothing_behind() => Grows(50_000, atMostMegabytes: 16, _ =>
    {
        using var connection = Database.Connect();
    });

    [Fact]
    public void Results_that_are_not_read_to_their_end_leave_nothing_behind() => Grows(1_500, atMostMegabytes: 24, _ =>
    {
        using var result = Duck.Query("SELECT i, 'a text that is not inlined ' || i FROM range(20000) t(i)");
        Assert.True(result.Read());
    });

    [Fact]
    public void Appenders_leave_nothing_behind()
    {
        Duck.Execute("CREATE TABLE t (id BIGINT NOT NULL, name VARCHAR)");
        Grows(5_000, atMostMegabytes: 24, i =>
        {
            Duck.Execute("BEGIN");
            using (var rows = Duck.Appender("t"))
            {
                rows.Append((long)i);
                rows.Append("a text that is not inlined");
                rows.EndRow();
            }
            Duck.Execute("ROLLBACK");
        });
    }

    [Fact]
    public void Errors_leave_nothing_behind()
    {
        using var statement = Duck.Prepare("SELECT ?::VARCHAR::BIGINT");
        Grows(5_000, atMostMegabytes: 24, i =>
        {
            Assert.Throws<DuckDbException>(() => statement.Bind(1, "x").Query());
            if (i % 10 == 0) Assert.Throws<DuckDbException>(() => Duck.Prepare("SELEC"));
        });
    }

    [Fact]
    public void A_streaming_result_of_any_size_is_read_in_bounded_memory()
    {
        var before = 0L;
        using var result = Duck.Query("SELECT i, i::VARCHAR || ' is a text that is not inlined' FROM range(10000000) t(i)");
        for (var i = 0; result.Read(); i++)
        {
            if (i == 1_000_000) before = Memory();
        }
        var grown = Memory() - before;
        Assert.True(grown < 48, $"grew by {grown} MB");
    }

    /// <summary>A tenth of the rounds warms up allocators and the compiler.</summary>
    private static void Grows(int rounds, int atMostMegabytes, Action<int> round)
    {
        for (var i = 0; i < rounds / 10; i++) round(i);
        var before = Memory();
        for (var i = 0; i < rounds; i++) round(i);
        var grown = Memory() - before;
        Assert.True(grown <= atMostMegabytes, $"{rounds} rounds grew the process by {grown} MB, from {before} MB");
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return Environment.WorkingSet >> 20;
    }
}
