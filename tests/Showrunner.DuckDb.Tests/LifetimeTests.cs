namespace Showrunner.DuckDb.Tests;

public sealed class LifetimeTests
{
    [Fact]
    public void Disposing_in_any_order_and_twice_does_no_harm()
    {
        foreach (var order in Orders(5))
        {
            var database = DuckDatabase.Open(":memory:");
            var connection = database.Connect();
            connection.Execute("CREATE TABLE t (id BIGINT)");
            var appender = connection.Appender("t");
            appender.Append(1L);
            appender.EndRow();
            var statement = connection.Prepare("SELECT i, 'a text that is not inlined' FROM range(?) t(i)");
            var result = statement.Bind(1, 100_000).Query();
            Assert.True(result.Read());
            IDisposable[] all = [database, connection, statement, result, appender];
            foreach (var index in order) all[index].Dispose();
            foreach (var index in order) all[index].Dispose();
        }
    }

    [Fact]
    public void What_is_disposed_says_so()
    {
        var database = DuckDatabase.Open(":memory:");
        var connection = database.Connect();
        connection.Execute("CREATE TABLE t (id BIGINT)");
        var appender = connection.Appender("t");
        var statement = connection.Prepare("SELECT i FROM range(?) t(i)");
        var result = statement.Bind(1, 10).Query();
        var chunk = result.NextChunk()!;

        result.Dispose();
        Assert.Throws<ObjectDisposedException>(() => result.Read());
        Assert.Throws<ObjectDisposedException>(() => result.GetInt64(0));
        Assert.Throws<ObjectDisposedException>(() => chunk.Int64(0).Length);
        Assert.Throws<ObjectDisposedException>(() => chunk.IsNull(0, 0));
        appender.Dispose();
        Assert.Throws<ObjectDisposedException>(() => appender.Append(1L));
        Assert.Throws<ObjectDisposedException>(appender.EndRow);
        Assert.Throws<ObjectDisposedException>(appender.Flush);
        statement.Dispose();
        Assert.Throws<ObjectDisposedException>(() => statement.Bind(1, 1));
        Assert.Throws<ObjectDisposedException>(() => statement.Execute());
        connection.Dispose();
        Assert.Throws<ObjectDisposedException>(() => connection.Execute("SELECT 1"));
        Assert.Throws<ObjectDisposedException>(() => connection.Prepare("SELECT 1"));
        Assert.Throws<ObjectDisposedException>(() => connection.Appender("t"));
        Assert.Throws<ObjectDisposedException>(connection.Interrupt);
        Assert.Throws<ObjectDisposedException>(() => connection.Progress);
        database.Dispose();
        Assert.Throws<ObjectDisposedException>(() => database.Connect());
    }

    [Fact]
    public void A_chunk_ends_with_the_next_one()
    {
        using var database = DuckDatabase.Open(":memory:");
        using var connection = database.Connect();
        using var result = connection.Query("SELECT i FROM range(5000) t(i)");
        var first = result.NextChunk()!;
        Assert.NotNull(result.NextChunk());
        Assert.Throws<ObjectDisposedException>(() => first.Int64(0).Length);
    }

    [Fact]
    public void Things_that_nobody_disposed_are_collected_without_a_crash()
    {
        for (var i = 0; i < 50; i++) Abandon();
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        static void Abandon()
        {
            var connection = DuckDatabase.Open(":memory:").Connect();
            connection.Execute("CREATE TABLE t (id BIGINT)");
            var appender = connection.Appender("t");
            appender.Append(1L);
            appender.EndRow();
            Assert.True(connection.Query("SELECT i FROM range(100000) t(i)").Read());
        }
    }

    private static IEnumerable<int[]> Orders(int count) =>
        count == 0 ? [[]] : Orders(count - 1).SelectMany(order => Enumerable.Range(0, count), (order, at) => (int[])[.. order[..at], count - 1, .. order[at..]]);
}
