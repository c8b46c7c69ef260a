using System.Text;

namespace Showrunner.DuckDb.Tests;

public sealed class AppenderTests : Db
{
    [Fact]
    public void A_chunk_of_a_result_goes_in_whole_between_single_rows()
    {
        Duck.Execute("CREATE TABLE a AS SELECT range AS n, 'text no. ' || range AS t FROM range(5000); CREATE TABLE b (n BIGINT, t VARCHAR)");
        using (var rows = Duck.Appender("b"))
        {
            rows.Append(-1L);
            rows.Append("first");
            using var other = Database.Connect();
            using var result = other.Query("SELECT n, t FROM a ORDER BY n");
            var begun = true;
            while (result.NextChunk() is { } chunk)
                using (chunk)
                {
                    if (begun) Assert.Throws<InvalidOperationException>(() => rows.Append(chunk));
                    if (begun) rows.EndRow();
                    begun = false;
                    rows.Append(chunk);
                }
            Assert.Equal(5001, rows.RowCount);
        }
        Assert.Equal(1, Number("SELECT count(*) FROM b WHERE n = -1 AND t = 'first'"));
        Assert.Equal(5000, Number("SELECT count(*) FROM b JOIN a USING (n, t)"));
    }

    [Fact]
    public void Every_type_comes_back_as_it_went_in()
    {
        Duck.Execute("CREATE TABLE t (a BIGINT, b INTEGER, c SMALLINT, d DOUBLE, e BOOLEAN, f VARCHAR, g DATE, h TIMESTAMP, i DECIMAL(18,2), j DECIMAL(38,4), k HUGEINT, l BLOB, m DECIMAL(4,1), n DECIMAL(9,3))");
        var instant = new DateTimeOffset(2026, 3, 1, 8, 30, 15, 123, 456, TimeSpan.FromHours(7));
        using (var rows = Duck.Appender("t"))
        {
            rows.Append(long.MinValue);
            rows.Append(int.MaxValue);
            rows.Append(-7);
            rows.Append(0.1);
            rows.Append(true);
            rows.Append("Đồng 🎬");
            rows.Append(new DateOnly(1969, 12, 31));
            rows.Append(instant);
            rows.Append(-1234.5m);
            rows.Append(decimal.MaxValue);
            rows.Append(Int128.MinValue + 1);
            rows.Append([0, 255, 1]);
            rows.Append(-999.9m);
            rows.Append(12);
            rows.EndRow();
            for (var i = 0; i < 14; i++) rows.AppendNull();
            rows.EndRow();
        }
        using var result = Duck.Query("SELECT * FROM t");
        Assert.True(result.Read());
        Assert.Equal(long.MinValue, result.GetInt64(0));
        Assert.Equal(int.MaxValue, result.GetInt32(1));
        Assert.Equal(-7, result.GetInt64(2));
        Assert.Equal(0.1, result.GetDouble(3));
        Assert.True(result.GetBool(4));
        Assert.Equal("Đồng 🎬", result.GetText(5));
        Assert.Equal(new DateOnly(1969, 12, 31), result.GetDate(6));
        Assert.Equal(instant.ToUniversalTime(), result.GetTimestamp(7));
        Assert.Equal(-1234.5m, result.GetDecimal(8));
        Assert.Equal(decimal.MaxValue, result.GetDecimal(9));
        Assert.Equal(Int128.MinValue + 1, result.GetInt128(10));
        Assert.Equal([0, 255, 1], result.GetUtf8(11).ToArray());
        Assert.Equal(-999.9m, result.GetDecimal(12));
        Assert.Equal(12m, result.GetDecimal(13));
        Assert.True(result.Read());
        for (var i = 0; i < 14; i++) Assert.Null(result.GetValue(i));
        Assert.False(result.Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData("twelve bytes")]
    [InlineData("thirteen byte")]
    [InlineData("nul\0inside")]
    [InlineData("nul\0inside a text that is not inlined")]
    [InlineData("ngôi sao ⭐ và 🎬, dài hơn mười hai byte")]
    public void Text_of_every_length_comes_back(string text)
    {
        Duck.Execute("CREATE TABLE t (a VARCHAR, b VARCHAR, c VARCHAR)");
        using (var rows = Duck.Appender("t"))
        {
            rows.Append(text);
            rows.Append(text.AsSpan());
            rows.Append(Encoding.UTF8.GetBytes(text));
            rows.EndRow();
        }
        using var result = Duck.Query("SELECT *, strlen(a) FROM t");
        Assert.True(result.Read());
        for (var i = 0; i < 3; i++) Assert.Equal(text, result.GetText(i));
        Assert.Equal(Encoding.UTF8.GetByteCount(text), result.GetInt64(3));
    }

    [Fact]
    public void A_very_long_text_comes_back()
    {
        Duck.Execute("CREATE TABLE t (a VARCHAR)");
        var text = string.Concat(Enumerable.Repeat("Đông phương ", 100_000));
        using (var rows = Duck.Appender("t"))
        {
            rows.Append(text);
            rows.EndRow();
        }
        using var result = Duck.Query("SELECT a FROM t");
        Assert.True(result.Read());
        Assert.Equal(text, result.GetText(0));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(5000)]
    [InlineData(250_000)]
    public void Rows_on_both_sides_of_a_chunk_are_all_there_with_their_nulls(int count)
    {
        Duck.Execute("CREATE TABLE t (n BIGINT, maybe INTEGER, name VARCHAR)");
        using (var rows = Duck.Appender("t"))
        {
            for (var i = 0; i < count; i++)
            {
                rows.Append((long)i);
                rows.Append(i % 3 == 0 ? null : (int?)i);
                rows.Append(i % 5 == 0 ? null : i % 2 == 0 ? "short" : $"a name that is not inlined {i}");
                rows.EndRow();
            }
            Assert.Equal(count, rows.RowCount);
        }
        using var result = Duck.Query("SELECT n, maybe, name FROM t ORDER BY n");
        for (var i = 0; i < count; i++)
        {
            Assert.True(result.Read());
            if (result.GetInt64(0) != i) Assert.Fail($"row {i} has {result.GetInt64(0)}");
            if (result.GetInt32OrNull(1) != (i % 3 == 0 ? null : i)) Assert.Fail($"row {i} has {result.GetInt32OrNull(1)}");
            var name = i % 5 == 0 ? null : i % 2 == 0 ? "short" : $"a name that is not inlined {i}";
            if (result.GetTextOrNull(2) != name) Assert.Fail($"row {i} has {result.GetTextOrNull(2)}");
        }
        Assert.False(result.Read());
    }

    [Fact]
    public void A_broken_constraint_is_told_and_leaves_the_table_as_it_was()
    {
        Duck.Execute("CREATE TABLE t (id BIGINT PRIMARY KEY); INSERT INTO t VALUES (7)");
        var rows = Duck.Appender("t");
        rows.Append(8L);
        rows.EndRow();
        rows.Append(7L);
        rows.EndRow();
        var error = Assert.Throws<DuckDbException>(rows.Dispose);
        Assert.True(error.IsConstraint, error.Message);
        Assert.Contains("7", error.Message, StringComparison.Ordinal);
        rows.Dispose();
        Assert.Equal(1, Number("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_failed_flush_ends_the_appender()
    {
        Duck.Execute("CREATE TABLE t (id BIGINT NOT NULL)");
        using var rows = Duck.Appender("t");
        rows.AppendNull();
        rows.EndRow();
        Assert.True(Assert.Throws<DuckDbException>(rows.Flush).IsConstraint);
        Assert.Throws<InvalidOperationException>(() => rows.Append(1L));
        Assert.Throws<InvalidOperationException>(rows.Flush);
        Assert.Throws<InvalidOperationException>(rows.EndRow);
    }

    [Fact]
    public void A_transaction_makes_many_batches_all_or_nothing()
    {
        Duck.Execute("CREATE TABLE t (id BIGINT PRIMARY KEY); BEGIN");
        Assert.Throws<DuckDbException>(() =>
        {
            using var rows = Duck.Appender("t");
            for (var i = 0; i < 500_000; i++)
            {
                rows.Append(i == 499_999 ? 0L : i);
                rows.EndRow();
            }
        });
        Duck.Execute("ROLLBACK");
        Assert.Equal(0, Number("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_temporary_table_and_a_schema_are_found()
    {
        Duck.Execute("CREATE TEMP TABLE t (id BIGINT); CREATE SCHEMA s; CREATE TABLE s.t (id BIGINT)");
        using (var temporary = Duck.Appender("t"))
        using (var inSchema = Duck.Appender("s", "t"))
        {
            temporary.Append(1L);
            temporary.EndRow();
            inSchema.Append(2L);
            inSchema.EndRow();
        }
        Assert.Equal(1, Number("SELECT id FROM temp.t"));
        Assert.Equal(2, Number("SELECT id FROM s.t"));
    }

    [Fact]
    public void Flushed_rows_are_visible_and_more_may_follow()
    {
        Duck.Execute("CREATE TABLE t (id BIGINT)");
        using var rows = Duck.Appender("t");
        rows.Append(1L);
        rows.EndRow();
        Assert.Equal(0, Number("SELECT count(*) FROM t"));
        rows.Flush();
        Assert.Equal(1, Number("SELECT count(*) FROM t"));
        rows.Append(2L);
        rows.EndRow();
        rows.Flush();
        Assert.Equal(3, Number("SELECT sum(id) FROM t"));
    }

    [Fact]
    public void Writing_that_is_broken_off_in_a_row_drops_what_was_not_flushed()
    {
        Duck.Execute("CREATE TABLE t (id BIGINT, name VARCHAR)");
        using (var rows = Duck.Appender("t"))
        {
            rows.Append(1L);
            rows.Append("a");
            rows.EndRow();
            rows.Append(2L);
        }
        Assert.Equal(0, Number("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_row_with_too_few_or_too_many_values_is_refused()
    {
        Duck.Execute("CREATE TABLE t (id BIGINT, name VARCHAR)");
        using var rows = Duck.Appender("t");
        rows.Append(1L);
        Assert.Contains("1 of 2", Assert.Throws<InvalidOperationException>(rows.EndRow).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(rows.Flush);
        rows.Append("a");
        Assert.Throws<InvalidOperationException>(() => rows.Append("b"));
        rows.EndRow();
        rows.Flush();
        Assert.Equal(1, Number("SELECT count(*) FROM t"));
    }

    [Fact]
    public void A_value_that_does_not_go_with_its_column_is_refused_by_name()
    {
        Duck.Execute("CREATE TABLE t (tiny TINYINT, price DECIMAL(5,2), name VARCHAR)");
        using var rows = Duck.Appender("t");
        Assert.Contains("\"tiny\" is TINYINT", Assert.Throws<InvalidCastException>(() => rows.Append("x")).Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => rows.Append(128));
        rows.Append(127);
        Assert.Throws<OverflowException>(() => rows.Append(1000m));
        Assert.Throws<OverflowException>(() => rows.Append(1.005m));
        Assert.Throws<OverflowException>(() => rows.Append(1000L));
        rows.Append(999.990m);
        Assert.Throws<ArgumentException>(() => rows.Append([0xC3, 0x28]));
        Assert.Throws<InvalidCastException>(() => rows.Append(1L));
        rows.Append("ok");
        rows.EndRow();
        rows.Flush();
        using var result = Duck.Query("SELECT tiny, price, name FROM t");
        Assert.True(result.Read());
        Assert.Equal((127, 999.99m, "ok"), (result.GetInt32(0), result.GetDecimal(1), result.GetText(2)));
    }

    [Fact]
    public void A_missing_table_is_told_in_DuckDBs_words()
    {
        var error = Assert.Throws<DuckDbException>(() => Duck.Appender("nowhere"));
        Assert.Contains("nowhere", error.Message, StringComparison.Ordinal);
    }
}
