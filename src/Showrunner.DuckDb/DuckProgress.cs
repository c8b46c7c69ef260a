namespace Showrunner.DuckDb;

/// <summary>How far the running query is.</summary>
/// <param name="Percentage">0 to 100, or null while DuckDB cannot tell (no query, or one it cannot measure).</param>
/// <param name="RowsProcessed">Rows read so far.</param>
/// <param name="RowsTotal">Rows DuckDB expects to read, 0 when unknown.</param>
public readonly record struct DuckProgress(double? Percentage, long RowsProcessed, long RowsTotal);
