using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Tests.Data;

public class DiskFullTests
{
    [Fact]
    public void A_database_that_may_not_grow_is_told_as_a_full_disk_also_from_within()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA max_page_count = 3; CREATE TABLE t (x BLOB)";
        command.ExecuteNonQuery();
        command.CommandText = "INSERT INTO t VALUES (zeroblob(100000))";
        var full = Assert.Throws<SqliteException>(() => command.ExecuteNonQuery());
        Assert.True(DiskFull.Is(full));
        Assert.True(DiskFull.Is(new DbUpdateException("Saving failed", full)));
    }

    [Fact]
    public void Another_failure_is_no_full_disk()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT * FROM nowhere";
        Assert.False(DiskFull.Is(Assert.Throws<SqliteException>(() => command.ExecuteNonQuery())));
        Assert.False(DiskFull.Is(new IOException("The pipe broke")));
    }
}
