using static Showrunner.DuckDb.Native.NativeMethods;

namespace Showrunner.DuckDb.Native;

/// <summary>The column names of a table that is about to be filled, for the messages.</summary>
internal sealed unsafe class TableNames : IDisposable
{
    private nint description;

    public TableNames(ConnectionHandle connection, string? schema, string table) =>
        known = duckdb_table_description_create(connection, schema, table, out description) == Success;

    private readonly bool known;

    public string this[int column]
    {
        get
        {
            var name = known ? duckdb_table_description_get_column_name(description, (ulong)column) : null;
            return name == null ? $"#{column + 1}" : Take(name);
        }
    }

    public void Dispose() => duckdb_table_description_destroy(ref description);
}
