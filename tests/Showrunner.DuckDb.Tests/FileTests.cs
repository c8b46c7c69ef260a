using System.Diagnostics;

namespace Showrunner.DuckDb.Tests;

public sealed class FileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("duck").FullName;

    private string File => Path.Combine(folder, "columns.duckdb");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void What_was_written_is_there_after_opening_again()
    {
        using (var database = DuckDatabase.Open(File))
        using (var connection = database.Connect())
        {
            connection.Execute("CREATE TABLE t AS SELECT i FROM range(10) r(i)");
        }
        using var again = DuckDatabase.Open(File, new Dictionary<string, string> { ["access_mode"] = "READ_ONLY" });
        using var reader = again.Connect();
        using var result = reader.Query("SELECT sum(i) FROM t");
        Assert.True(result.Read());
        Assert.Equal(45, result.GetInt64(0));
        Assert.Throws<DuckDbException>(() => reader.Execute("DELETE FROM t"));
    }

    [Fact]
    public void Settings_are_applied_and_unknown_ones_refused_by_name()
    {
        using var database = DuckDatabase.Open(File, new Dictionary<string, string> { ["threads"] = "1" });
        using var connection = database.Connect();
        using var result = connection.Query("SELECT current_setting('threads')");
        Assert.True(result.Read());
        Assert.Equal(1, result.GetInt64(0));
        var error = Assert.Throws<DuckDbException>(() => DuckDatabase.Open(":memory:", new Dictionary<string, string> { ["thread_count"] = "1" }));
        Assert.Contains("thread_count", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_opening_in_this_process_is_refused_until_everything_of_the_first_is_closed()
    {
        var database = DuckDatabase.Open(File);
        var connection = database.Connect();
        Assert.True(Assert.Throws<DuckDbException>(() => DuckDatabase.Open(File)).IsLocked);
        database.Dispose();
        Assert.True(Assert.Throws<DuckDbException>(() => DuckDatabase.Open(Path.Combine(folder, ".", "columns.duckdb"))).IsLocked);
        connection.Dispose();
        DuckDatabase.Open(File).Dispose();
    }

    [Fact]
    public async Task A_file_that_another_process_has_open_is_told_as_locked()
    {
        var token = TestContext.Current.CancellationToken;
        var start = new ProcessStartInfo("node") { WorkingDirectory = NpmFolder(), RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-e");
        start.ArgumentList.Add("require('@duckdb/node-api').DuckDBInstance.create(process.argv[1]).then((held) => { console.log('open'); process.stdin.on('end', () => process.exit(held ? 0 : 1)).resume(); })");
        start.ArgumentList.Add(File);
        using var other = Process.Start(start)!;
        try
        {
            Assert.Equal("open", await other.StandardOutput.ReadLineAsync(token));
            var error = Assert.Throws<DuckDbException>(() => DuckDatabase.Open(File));
            Assert.True(error.IsLocked, error.Message);
            Assert.Equal("IO", error.Kind);
        }
        finally
        {
            other.StandardInput.Close();
            await other.WaitForExitAsync(token);
        }
        DuckDatabase.Open(File).Dispose();
    }

    [Fact]
    public void A_file_of_something_else_is_refused_but_not_as_locked()
    {
        System.IO.File.WriteAllBytes(File, [.. Enumerable.Repeat((byte)'x', 20_000)]);
        var error = Assert.Throws<DuckDbException>(() => DuckDatabase.Open(File));
        Assert.Contains("columns.duckdb", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsLocked);
        System.IO.File.Delete(File);
        DuckDatabase.Open(File).Dispose();
    }

    [Fact]
    public void A_damaged_file_is_refused_or_fails_when_read()
    {
        using (var database = DuckDatabase.Open(File))
        using (var connection = database.Connect())
        {
            connection.Execute("CREATE TABLE t AS SELECT i, md5(i::VARCHAR) AS h FROM range(100000) r(i)");
        }
        using (var bytes = System.IO.File.OpenWrite(File))
        {
            bytes.Position = 12_288;
            bytes.Write([.. Enumerable.Repeat((byte)0xAB, (int)bytes.Length - 12_288)]);
        }
        var error = Assert.Throws<DuckDbException>(() =>
        {
            using var database = DuckDatabase.Open(File);
            using var connection = database.Connect();
            connection.Execute("SELECT max(h) FROM t");
        });
        Assert.False(error.IsLocked);
        Assert.NotEmpty(error.Message);
    }

    private static string NpmFolder()
    {
        var root = AppContext.BaseDirectory;
        while (!System.IO.File.Exists(Path.Combine(root, "Showrunner.slnx"))) root = Path.GetDirectoryName(root)!;
        return Path.Combine(root, "src", "Showrunner.DuckDb");
    }
}
