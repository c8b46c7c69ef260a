using System.Text;
using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>A column of a result or of a table: its name, its type and, for DECIMAL(width, scale), its digits.</summary>
public sealed record DuckColumn(string Name, DuckType Type, int Width = 0, int Scale = 0)
{
    /// <summary>The type in SQL's words, for people: <c>DECIMAL(18,2)</c>.</summary>
    public string TypeName => Type == DuckType.Decimal ? $"DECIMAL({Width},{Scale})" : Type.ToString().ToUpperInvariant();

    /// <summary>How values lie in memory: a DECIMAL is an integer as wide as its digits need, an ENUM one as wide as its values are many.</summary>
    internal DuckType Stored { get; private init; } = Type;

    /// <summary>The values of an ENUM in UTF-8; in memory lie their places.</summary>
    internal byte[][] Words { get; private init; } = [];

    internal InvalidCastException Mismatch(string asked) =>
        new($"Column \"{Name}\" is {TypeName}; it does not go with {asked}.");

    /// <summary>Reads the logical type and destroys it.</summary>
    internal static DuckColumn Of(string name, nint logicalType)
    {
        var type = duckdb_get_type_id(logicalType);
        var column = type switch
        {
            DuckType.Decimal => new DuckColumn(name, type, duckdb_decimal_width(logicalType), duckdb_decimal_scale(logicalType)) { Stored = duckdb_decimal_internal_type(logicalType) },
            DuckType.Enum => new DuckColumn(name, type) { Stored = duckdb_enum_internal_type(logicalType), Words = WordsOf(logicalType) },
            _ => new DuckColumn(name, type),
        };
        duckdb_destroy_logical_type(ref logicalType);
        return column;
    }

    private static unsafe byte[][] WordsOf(nint logicalType)
    {
        var words = new byte[duckdb_enum_dictionary_size(logicalType)][];
        for (var i = 0; i < words.Length; i++) words[i] = Encoding.UTF8.GetBytes(Take(duckdb_enum_dictionary_value(logicalType, (ulong)i)));
        return words;
    }
}
