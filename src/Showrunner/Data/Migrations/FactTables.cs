namespace Showrunner.Data.Migrations;

/// <summary>
/// CREATE TABLE for facts from a short spelling, <c>name:T!</c> = text in the key, <c>name:N</c> = number that may be missing, as J an instant and O a day.
/// Facts have their natural key and no other index; in SQLite the key is the table.
/// </summary>
internal static class FactTables
{
    private const string Trace = " import_id:L change_id:L";

    public static string Create(string name, string columns, bool postgres) => Sql(name, columns + Trace, postgres);

    /// <summary>Older figures of restated rows: the same columns, which change replaced them.</summary>
    public static string CreateHistory(string name, string columns, bool postgres) =>
        Sql(name + "_history", columns + " import_id:L change_id:L! replaced_change_id:L", postgres);

    /// <summary>A table by its natural key alone, without trace of imports; here B is yes or no.</summary>
    public static string CreateBare(string name, string columns, bool postgres) => Sql(name, columns, postgres);

    private static string Sql(string name, string columns, bool postgres)
    {
        var parts = columns.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Select(c => c.Split(':')).ToList();
        var lines = parts.Select(c => $"{c[0]} {Type(c[1][0], postgres)}{(c[1][0] is 'N' or 'J' or 'O' ? "" : " NOT NULL")}");
        var keys = string.Join(", ", parts.Where(c => c[1].EndsWith('!')).Select(c => c[0]));
        return $"CREATE TABLE {name} ({string.Join(", ", lines)}, CONSTRAINT pk_{name} PRIMARY KEY ({keys})){(postgres ? "" : " WITHOUT ROWID")};";
    }

    private static string Type(char type, bool postgres) => (type, postgres) switch
    {
        ('L' or 'N', true) => "bigint",
        ('L' or 'N', false) => "INTEGER",
        ('B', true) => "boolean",
        ('B', false) => "INTEGER",
        ('T', true) => "text",
        ('T', false) => "TEXT",
        ('D' or 'O', true) => "date",
        ('D' or 'O', false) => "TEXT",
        (_, true) => "timestamp with time zone",
        (_, false) => "INTEGER",
    };
}
