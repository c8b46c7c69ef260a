namespace Showrunner.Data;

/// <summary>What is made once for SQLite and once for PostgreSQL, e.g. a compiled query: it belongs to the provider it was first asked with.</summary>
public sealed class OncePerDatabase<T>(Func<T> make)
{
    private readonly Lazy<T> _sqlite = new(make), _postgres = new(make);

    public T For(AppDb db) => (db.IsPostgres ? _postgres : _sqlite).Value;
}
