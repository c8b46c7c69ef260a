using System.Text;

namespace Showrunner.DuckDb.Tests;

public sealed class StatementTests : Db
{
    [Fact]
    public void Parameters_of_every_type_arrive()
    {
        using var statement = Duck.Prepare("SELECT $1::BIGINT, $2::INTEGER, $3::DOUBLE, $4::BOOLEAN, $5::VARCHAR, $6::VARCHAR, $7::DATE, $8::TIMESTAMP, $9::BLOB, $10::VARCHAR");
        Assert.Equal(10, statement.ParameterCount);
        var instant = new DateTimeOffset(1965, 5, 4, 3, 2, 1, TimeSpan.FromHours(7)).AddTicks(10);
        statement.Bind(1, long.MaxValue).Bind(2, int.MinValue).Bind(3, double.NaN).Bind(4, true).Bind(5, "a\0b").Bind(6, Encoding.UTF8.GetBytes("dài hơn mười hai byte"))
            .Bind(7, DateOnly.MaxValue).Bind(8, instant).BindBlob(9, [0, 200]).Bind(10, "");
        using var result = statement.Query();
        Assert.True(result.Read());
        Assert.Equal(long.MaxValue, result.GetInt64(0));
        Assert.Equal(int.MinValue, result.GetInt32(1));
        Assert.Equal(double.NaN, result.GetDouble(2));
        Assert.True(result.GetBool(3));
        Assert.Equal("a\0b", result.GetText(4));
        Assert.Equal("dài hơn mười hai byte", result.GetText(5));
        Assert.Equal(DateOnly.MaxValue, result.GetDate(6));
        Assert.Equal(instant, result.GetTimestamp(7));
        Assert.Equal([0, 200], result.GetUtf8(8).ToArray());
        Assert.Equal("", result.GetText(9));
    }

    [Fact]
    public void Nulls_of_every_type_arrive()
    {
        using var statement = Duck.Prepare("SELECT $1, $2, $3, $4, $5, $6, $7, $8");
        statement.Bind(1, (long?)null).Bind(2, (int?)null).Bind(3, (double?)null).Bind(4, (bool?)null).Bind(5, (string?)null).Bind(6, (DateOnly?)null).Bind(7, (DateTimeOffset?)null).BindNull(8);
        using var result = statement.Query();
        Assert.True(result.Read());
        for (var i = 0; i < 8; i++) Assert.True(result.IsNull(i), $"parameter {i + 1}");
    }

    [Fact]
    public void A_statement_runs_again_with_other_values()
    {
        Duck.Execute("CREATE TABLE t (id BIGINT, name VARCHAR)");
        using var insert = Duck.Prepare("INSERT INTO t VALUES (?, ?), (?, ?)");
        Assert.Equal(2, insert.Bind(1, 1).Bind(2, "a").Bind(3, 2).Bind(4, "b").Execute());
        Assert.Equal(2, insert.Bind(1, 3).Bind(3, 4).Execute());
        Assert.Equal(10, Number("SELECT sum(id) FROM t"));
        Assert.Equal(2, Number("SELECT count(*) FROM t WHERE name = 'a'"));
    }

    [Fact]
    public void A_result_outlives_its_statement()
    {
        using var statement = Duck.Prepare("SELECT i FROM range(?) t(i)");
        using var result = statement.Bind(1, 100_000).Query();
        statement.Dispose();
        var rows = 0;
        while (result.Read()) rows++;
        Assert.Equal(100_000, rows);
    }

    [Fact]
    public void A_parameter_that_is_missing_or_not_there_is_refused()
    {
        using var statement = Duck.Prepare("SELECT ? + ?");
        Assert.Throws<DuckDbException>(() => statement.Bind(3, 1));
        Assert.Throws<DuckDbException>(() => statement.Bind(0, 1));
        Assert.NotEmpty(Assert.Throws<DuckDbException>(() => statement.Bind(1, 1).Query()).Message);
        statement.Bind(2, 1).ClearBindings();
        Assert.Throws<DuckDbException>(() => statement.Execute());
    }

    [Fact]
    public void Errors_come_in_DuckDBs_words_with_their_kind()
    {
        Assert.Equal("Parser", Assert.Throws<DuckDbException>(() => Duck.Execute("SELEC 1")).Kind);
        var missing = Assert.Throws<DuckDbException>(() => Duck.Query("SELECT * FROM nowhere"));
        Assert.Equal("Catalog", missing.Kind);
        Assert.Contains("nowhere", missing.Message, StringComparison.Ordinal);
        Assert.Equal("Binder", Assert.Throws<DuckDbException>(() => Duck.Prepare("SELECT x")).Kind);
        Assert.Equal("Conversion", Assert.Throws<DuckDbException>(() => Number("SELECT 'x'::BIGINT")).Kind);
        Duck.Execute("CREATE TABLE t (id BIGINT PRIMARY KEY); INSERT INTO t VALUES (1)");
        Assert.True(Assert.Throws<DuckDbException>(() => Duck.Execute("INSERT INTO t VALUES (1)")).IsConstraint);
        Assert.False(missing.IsLocked || missing.IsInterrupted || missing.IsConstraint);
    }

    [Fact]
    public void Sql_that_would_be_cut_off_at_a_nul_is_refused()
    {
        Duck.Execute("CREATE TABLE t AS SELECT 1 AS id");
        Assert.Throws<ArgumentException>(() => Duck.Execute("DELETE FROM t\0 WHERE false"));
        Assert.Throws<ArgumentException>(() => Duck.Prepare("SELECT 1\0"));
        Assert.Equal(1, Number("SELECT count(*) FROM t"));
    }

    [Fact]
    public void Several_statements_run_and_the_last_ones_rows_are_counted()
    {
        Assert.Equal(3, Duck.Execute("CREATE TABLE t (id BIGINT); INSERT INTO t VALUES (1); INSERT INTO t VALUES (2), (3), (4);"));
        Assert.Equal(4, Duck.Execute("UPDATE t SET id = id + 1"));
        Assert.Equal(0, Duck.Execute("CREATE TABLE u (id BIGINT)"));
    }

    [Fact]
    public void Two_connections_see_each_others_committed_rows_only()
    {
        using var other = Database.Connect();
        Duck.Execute("CREATE TABLE t (id BIGINT); BEGIN; INSERT INTO t VALUES (1)");
        using (var before = other.Query("SELECT count(*) FROM t"))
        {
            Assert.True(before.Read());
            Assert.Equal(0, before.GetInt64(0));
        }
        Duck.Execute("COMMIT");
        using var after = other.Query("SELECT count(*) FROM t");
        Assert.True(after.Read());
        Assert.Equal(1, after.GetInt64(0));
    }
}
