namespace Showrunner.DuckDb;

/// <summary>DuckDB refused. The message is DuckDB's own, unchanged.</summary>
public sealed class DuckDbException(string message, string? kind = null) : Exception(message)
{
    /// <summary>What DuckDB calls the error, from the head of its message where it says so: Constraint, Parser, Binder, Catalog, IO, INTERRUPT…; empty when it names none.</summary>
    public string Kind { get; } = kind ?? (
        message.IndexOf(" Error: ", StringComparison.Ordinal) is > 0 and < 40 and var end ? message[..end] : "");

    /// <summary>The database file is open in another process, or a second time in this one.</summary>
    public bool IsLocked =>
        Message.Contains("Could not set lock on file", StringComparison.Ordinal)
        || Message.Contains("being used by another process", StringComparison.Ordinal);

    /// <summary>The query was stopped by <see cref="DuckConnection.Interrupt"/>.</summary>
    public bool IsInterrupted => Kind.Equals("INTERRUPT", StringComparison.OrdinalIgnoreCase);

    /// <summary>More memory was needed than the database may use, and it could not go to disk.</summary>
    public bool IsOutOfMemory => Kind == "Out of Memory";

    /// <summary>A primary key, unique, not-null, check or foreign key constraint said no.</summary>
    public bool IsConstraint => Kind == "Constraint";
}
