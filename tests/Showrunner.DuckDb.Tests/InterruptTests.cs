namespace Showrunner.DuckDb.Tests;

public sealed class InterruptTests : Db
{
    private const string Endless = "SELECT count(*) FROM range(10000000) a(i), range(10000000) b(j) WHERE (i * j) % 7 = 3";

    [Fact]
    public async Task A_long_query_stops_when_another_thread_says_so()
    {
        var token = TestContext.Current.CancellationToken;
        var running = Task.Run(() => Assert.Throws<DuckDbException>(() => Number(Endless)), token);
        while (!running.IsCompleted)
        {
            Duck.Interrupt();
            await Task.Delay(20, token);
        }
        Assert.True((await running).IsInterrupted);
        Assert.Equal(1, Number("SELECT 1"));
    }

    [Fact]
    public void An_interrupt_while_rows_stream_is_not_taken_for_their_end()
    {
        using var result = Duck.Query("SELECT i FROM range(50000000) t(i)");
        var error = Assert.Throws<DuckDbException>(() =>
        {
            long rows = 0;
            while (result.Read())
            {
                if (++rows == 1000) Duck.Interrupt();
            }
        });
        Assert.True(error.IsInterrupted, error.Message);
    }

    [Fact]
    public void An_interrupt_of_nothing_does_no_harm()
    {
        Duck.Interrupt();
        Assert.Equal(1, Number("SELECT 1"));
    }

    [Fact]
    public async Task Progress_grows_while_a_query_runs()
    {
        var token = TestContext.Current.CancellationToken;
        Duck.Execute("CREATE TABLE t AS SELECT i FROM range(3000000) t(i)");
        Assert.Null(Duck.Progress.Percentage);
        Duck.Execute("SET threads = 1"); // progress is told by the thread that asked: another one would take its work away
        Duck.TrackProgress();
        var slow = Enumerable.Range(0, 100).Aggregate("i::VARCHAR", (inner, _) => $"md5({inner})");
        var running = Task.Run(() => Record.Exception(() => Number($"SELECT count(*) FROM t WHERE {slow} LIKE 'a%'")), token);
        var seen = new List<double>();
        while (!running.IsCompleted)
        {
            if (Duck.Progress.Percentage is { } percentage) seen.Add(percentage);
            if (seen.Where(percentage => percentage > 0).Distinct().Count() >= 3) Duck.Interrupt();
            await Task.Delay(5, token);
        }
        Assert.True((await running) is DuckDbException { IsInterrupted: true }, "It ended before three steps of it were seen.");
        Assert.All(seen, percentage => Assert.InRange(percentage, 0, 100));
        Assert.Equal(seen.Order(), seen);
    }
}
