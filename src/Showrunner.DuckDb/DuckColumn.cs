using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb;

/// <summary>A column of a result or of a table: its name, its type and, for DECIMAL(width, scale), its digits.</summary>
public sealed record DuckColumn(string Name, DuckType Type, int Width = 0, int Scale = 0)
{
    /// <summary>The type in SQL's words, for people: <c>DECIMAL(18,2)</c>.</summary>
    public string TypeName => Type == DuckType.Decimal ? $"DECIMAL({Width},{Scale})" : Type.ToString().ToUpperInvariant();

    /// <summary>How values lie in memory: a DECIMAL is an integer as wide as its digits need.</summary>
    internal DuckType Stored { get; private init; } = Type;

    internal InvalidCastException Mismatch(string asked) =>
        new($"Column \"{Name}\" is {TypeName}; it does not go with {asked}.");

    /// <summary>Reads the logical type and destroys it.</summary>
    internal static DuckColumn Of(string name, nint logicalType)
    {
        var type = duckdb_get_type_id(logicalType);
        var column = type != DuckType.Decimal ? new DuckColumn(name, type)
            : new DuckColumn(name, type, duckdb_decimal_width(logicalType), duckdb_decimal_scale(logicalType))
            {
                Stored = duckdb_decimal_internal_type(logicalType),
            };
        duckdb_destroy_logical_type(ref logicalType);
        return column;
    }
}
