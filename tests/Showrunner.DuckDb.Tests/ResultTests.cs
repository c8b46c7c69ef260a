using System.Globalization;
using System.Text;

namespace Showrunner.DuckDb.Tests;

public sealed class ResultTests : Db
{
    [Theory]
    [InlineData("42::TINYINT", typeof(sbyte), "42")]
    [InlineData("-42::SMALLINT", typeof(short), "-42")]
    [InlineData("42::INTEGER", typeof(int), "42")]
    [InlineData("(-9223372036854775808)::BIGINT", typeof(long), "-9223372036854775808")]
    [InlineData("255::UTINYINT", typeof(byte), "255")]
    [InlineData("65535::USMALLINT", typeof(ushort), "65535")]
    [InlineData("4294967295::UINTEGER", typeof(uint), "4294967295")]
    [InlineData("18446744073709551615::UBIGINT", typeof(ulong), "18446744073709551615")]
    [InlineData("170141183460469231731687303715884105727::HUGEINT", typeof(Int128), "170141183460469231731687303715884105727")]
    [InlineData("0.5::FLOAT", typeof(float), "0.5")]
    [InlineData("0.1::DOUBLE", typeof(double), "0.1")]
    [InlineData("-12.30::DECIMAL(4,2)", typeof(decimal), "-12.30")]
    [InlineData("1234567.890::DECIMAL(18,3)", typeof(decimal), "1234567.890")]
    [InlineData("-0.00000000000000000000000000000000000001::DECIMAL(38,38) * 0", typeof(decimal), null)]
    [InlineData("true", typeof(bool), "True")]
    [InlineData("'a'", typeof(string), "a")]
    [InlineData("TIME '13:14:15'", typeof(TimeOnly), "13:14")]
    public void Every_plain_type_has_a_value(string sql, Type type, string? text)
    {
        using var result = Duck.Query($"SELECT {sql} AS v, NULL::INTEGER AS nothing");
        Assert.True(result.Read());
        var value = result.GetValue(0);
        Assert.IsType(type, value);
        if (text is not null) Assert.Equal(text, Convert.ToString(value, CultureInfo.InvariantCulture));
        Assert.Null(result.GetValue(1));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(300)]
    [InlineData(70_000)]
    public void Words_of_an_enum_are_read_as_text_however_many_it_has(int words)
    {
        Duck.Execute($"CREATE TYPE word AS ENUM (SELECT 'größe ' || i FROM range({words}) r(i)); CREATE TABLE said (w word); INSERT INTO said VALUES ('größe {words - 1}'), (NULL), ('größe 0')");
        using var result = Duck.Query("SELECT w, w::VARCHAR FROM said");
        Assert.True(result.Read());
        Assert.Equal($"größe {words - 1}", result.GetText(0));
        Assert.Equal(result.GetText(1), Encoding.UTF8.GetString(result.GetUtf8(0)));
        Assert.True(result.Read());
        Assert.Null(result.GetTextOrNull(0));
        Assert.True(result.Read());
        Assert.Equal("größe 0", result.GetValue(0));
    }

    [Fact]
    public void Instants_of_every_precision_are_read_in_utc()
    {
        using var result = Duck.Query("""
            SELECT TIMESTAMP '1969-12-31 23:59:59.999999', TIMESTAMP_S '2026-01-02 03:04:05', TIMESTAMP_MS '2026-01-02 03:04:05.678',
                   TIMESTAMP_NS '1969-12-31 23:59:59.9999999', make_timestamptz(1)
            """);
        Assert.True(result.Read());
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMicroseconds(-1), result.GetTimestamp(0));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), result.GetTimestamp(1));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), result.GetTimestamp(2));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddTicks(-1), result.GetTimestamp(3));
        Assert.Equal(DateTimeOffset.UnixEpoch.AddMicroseconds(1), result.GetTimestamp(4));
    }

    [Fact]
    public void The_first_and_last_days_are_read_and_days_beyond_are_refused_by_name()
    {
        using var result = Duck.Query("SELECT DATE '0001-01-01', DATE '9999-12-31', DATE '10000-01-01' AS beyond, DATE '-infinity', TIMESTAMP '9999-12-31 23:59:59.999999', TIMESTAMP 'infinity'");
        Assert.True(result.Read());
        Assert.Equal(DateOnly.MinValue, result.GetDate(0));
        Assert.Equal(DateOnly.MaxValue, result.GetDate(1));
        Assert.Contains("beyond", Assert.Throws<OverflowException>(() => result.GetDate(2)).Message, StringComparison.Ordinal);
        Assert.Throws<OverflowException>(() => result.GetDate(3));
        Assert.Equal(9999, result.GetTimestamp(4).Year);
        Assert.Throws<OverflowException>(() => result.GetTimestamp(5));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2047)]
    [InlineData(2048)]
    [InlineData(2049)]
    [InlineData(5000)]
    [InlineData(300_000)]
    public void Every_row_is_read_once_streaming_or_buffered(int count)
    {
        foreach (var buffered in new[] { false, true })
        {
            using var result = Duck.Query($"SELECT i, CASE WHEN i % 7 = 0 THEN NULL ELSE 'row number ' || i END FROM range({count}) t(i)", buffered);
            long rows = 0, sum = 0, texts = 0;
            while (result.Read())
            {
                rows++;
                sum += result.GetInt64(0);
                if (result.GetTextOrNull(1) is not { } text) continue;
                texts++;
                if (text != $"row number {result.GetInt64(0)}") Assert.Fail(text);
            }
            Assert.Equal((count, (long)count * (count - 1) / 2, count - (count + 6) / 7), (rows, sum, texts));
            Assert.False(result.Read());
            Assert.Throws<InvalidOperationException>(() => result.GetInt64(0));
        }
    }

    [Fact]
    public void Chunks_give_spans_without_copies()
    {
        using var result = Duck.Query("SELECT i, i::INTEGER, i::SMALLINT, i / 2, i % 2 = 0, 'name ' || i, i::HUGEINT, DATE '1970-01-01' + i::INTEGER FROM range(3000) t(i)");
        long rows = 0, sum = 0;
        while (result.NextChunk() is { } chunk)
        {
            foreach (var value in chunk.Int64(0)) sum += value;
            for (var row = 0; row < chunk.Count; row++)
            {
                var i = (int)chunk.Int64(0)[row];
                Assert.Equal((i, (short)i, i / 2d, i % 2 == 0, i, i), (chunk.Int32(1)[row], chunk.Int16(2)[row], chunk.Double(3)[row], chunk.Bool(4)[row], chunk.HugeInt(6)[row], chunk.Days(7)[row]));
                Assert.Equal($"name {i}", Encoding.UTF8.GetString(chunk.Utf8(5, row)));
            }
            rows += chunk.Count;
            var used = chunk;
            Assert.Throws<ArgumentOutOfRangeException>(() => used.Text(5, used.Count));
            Assert.Throws<InvalidCastException>(() => used.Int32(0).Length);
        }
        Assert.Equal((3000, 3000L * 2999 / 2), (rows, sum));
    }

    [Fact]
    public void Columns_have_names_and_types()
    {
        using var result = Duck.Query("SELECT 1 AS \"số\", 1.50::DECIMAL(18,2) AS gmv");
        Assert.Equal(["số", "gmv"], result.Columns.Select(column => column.Name));
        Assert.Equal(["INTEGER", "DECIMAL(18,2)"], result.Columns.Select(column => column.TypeName));
        Assert.Equal(1, result.Ordinal("gmv"));
        Assert.Contains("gmv", Assert.Throws<ArgumentException>(() => result.Ordinal("gvm")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sum_of_longs_reads_as_long_until_it_is_too_big()
    {
        using var result = Duck.Query("SELECT sum(x), sum(x) + x * 2::HUGEINT AS big FROM (SELECT 9223372036854775807 AS x) GROUP BY x");
        Assert.True(result.Read());
        Assert.Equal(DuckType.HugeInt, result.Columns[0].Type);
        Assert.Equal(long.MaxValue, result.GetInt64(0));
        Assert.Throws<OverflowException>(() => result.GetInt64(1));
        Assert.Equal((Int128)long.MaxValue * 3, result.GetInt128(1));
    }

    [Fact]
    public void A_wrong_type_and_a_null_are_refused_with_the_columns_name()
    {
        using var result = Duck.Query("SELECT 'x' AS name, NULL::BIGINT AS orders, [1, 2] AS list, INTERVAL 1 DAY AS gap");
        Assert.Throws<InvalidOperationException>(() => result.GetText(0));
        Assert.True(result.Read());
        var error = Assert.Throws<InvalidCastException>(() => result.GetInt64(0));
        Assert.Contains("\"name\" is VARCHAR", error.Message, StringComparison.Ordinal);
        Assert.Contains("integer", error.Message, StringComparison.Ordinal);
        Assert.Contains("\"orders\" is NULL", Assert.Throws<InvalidCastException>(() => result.GetInt64(1)).Message, StringComparison.Ordinal);
        Assert.Null(result.GetInt64OrNull(1));
        Assert.Contains("\"list\" is LIST", Assert.Throws<InvalidCastException>(() => result.GetValue(2)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCastException>(() => result.GetValue(3));
        Assert.Throws<InvalidCastException>(() => result.GetBool(0));
        Assert.Throws<InvalidCastException>(() => result.GetDate(0));
        Assert.Throws<InvalidCastException>(() => result.GetTimestamp(0));
        Assert.Throws<InvalidCastException>(() => result.GetDouble(0));
        Assert.Throws<InvalidCastException>(() => result.GetDecimal(0));
    }

    [Fact]
    public void A_streaming_result_that_another_statement_cut_off_says_so()
    {
        using var cut = Duck.Query("SELECT i FROM range(1000000) t(i)");
        Assert.True(cut.Read());
        Duck.Execute("SELECT 1");
        Assert.Throws<InvalidOperationException>(() =>
        {
            while (cut.Read()) { }
        });

        using var kept = Duck.Query("SELECT i FROM range(100000) t(i)", buffered: true);
        long rows = 0;
        while (kept.Read())
        {
            if (rows++ % 10_000 == 0) Duck.Execute("SELECT 1");
        }
        Assert.Equal(100_000, rows);
    }

    [Fact]
    public void A_failure_in_the_middle_of_the_rows_is_taken_neither_for_their_end_nor_for_a_stop()
    {
        const string fails = "SELECT CASE WHEN i = 900000 THEN error('stopped here') ELSE i END FROM range(1000000) t(i)";
        using var result = Duck.Query(fails);
        var streamed = Assert.Throws<DuckDbException>(() =>
        {
            while (result.Read()) { }
        });
        // Which of DuckDB's threads tells first is a race; what it may say is not.
        Assert.False(streamed.IsInterrupted, streamed.Message);
        Assert.Matches("stopped here|kept no reason", streamed.Message);

        var buffered = Assert.Throws<DuckDbException>(() => Duck.Query(fails, buffered: true));
        Assert.Contains("stopped here", buffered.Message, StringComparison.Ordinal);
    }
}
