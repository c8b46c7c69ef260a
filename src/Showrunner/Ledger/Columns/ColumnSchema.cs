using Showrunner.Creators;
using Showrunner.Data;

namespace Showrunner.Ledger.Columns;

/// <summary>What the columns hold: every fact whole, and of people and things what questions group and filter by.</summary>
internal static class ColumnSchema
{
    public static readonly TableShape Creator = new("creator",
    [
        Long("id", key: true), Long("market_id"), Text("handle"), Text("name"), Text("category"), new("followers", ColumnType.Long, Nullable: true), new("followers_day", ColumnType.Day, Nullable: true),
        Text("bio"), Text("language"), Text("level"), Text("region"), Long("agency_id"), new("owner_id", ColumnType.Long, Nullable: true), Text("stage"), new("stage_since", ColumnType.Instant, Nullable: true),
        new("last_contacted_at", ColumnType.Instant, Nullable: true), Text("labels"), Text("also"), new("merged_into_id", ColumnType.Long, Nullable: true), new("profile_day", ColumnType.Day, Nullable: true), Long("hidden"), .. CreatorMeasure.Columns,
    ]);
    public static readonly TableShape Agency = new("agency", [Long("id", key: true), Long("market_id"), Text("agency_no"), Text("name")]);
    public static readonly TableShape Product = new("product",
        [Long("id", key: true), Long("market_id"), Text("product_no"), Text("name"), Long("shop_id"), Long("category_id")]);
    public static readonly TableShape Shop = new("shop", [Long("id", key: true), Long("market_id"), Text("shop_no"), Text("name")]);
    public static readonly TableShape Campaign = new("campaign", [Long("id", key: true), Long("market_id"), Text("campaign_no"), Text("name")]);
    public static readonly TableShape Category = new("category", [Long("id", key: true), Text("path"), Text("name")]);
    public static readonly IReadOnlyList<TableShape> People = [Creator, Agency, Product, Shop, Campaign, Category];

    public static IEnumerable<TableShape> All => Facts.All.Select(Laid).Concat(People);

    /// <summary>The creator under whose handle a fact was told; its <c>creator_id</c> here is the person who bears that handle.</summary>
    private const string Handle = "handle_id", Person = "creator_id";

    /// <summary>Facts told under a creator's handle; goods are told of products alone.</summary>
    public static bool IsOfPerson(TableShape fact) => fact.Has(Person);

    /// <summary>Texts of a fact that are one of few words: as their places they are grouped in half the time.</summary>
    private static readonly Dictionary<(string Fact, string Column), IReadOnlyList<string>> Words = new()
    {
        [("order_line", "channel")] = [.. Channel.All.Order(StringComparer.Ordinal)],
        [("order_line", "status")] = [.. LineStatus.All.Order(StringComparer.Ordinal)],
    };

    /// <summary>A fact as it lies here: its key is the truth's, with the handle in the person's place.</summary>
    public static TableShape Laid(TableShape fact) => !IsOfPerson(fact) ? fact :
        new(fact.Name, [.. fact.Columns.Select(c => c.Name == Person ? c with { Key = false } : c), Long(Handle, key: true)]);

    /// <summary>Laid facts, from <paramref name="rows"/> (a table, called <c>f</c>) as the truth tells them and those of <paramref name="creators"/> who are merged.</summary>
    public static string Lay(TableShape fact, string rows, string creators) => !IsOfPerson(fact) ? $"SELECT {fact.List()} FROM {rows} f"
        : $"SELECT {string.Join(", ", fact.Columns.Select(c => Laid(fact.Name, c)))}, f.{Person} AS {Handle} FROM {rows} f LEFT JOIN (SELECT id, merged_into_id FROM {creators} WHERE merged_into_id IS NOT NULL) m ON m.id = f.{Person}";

    /// <summary>What another program wrote and no list has is unknown here.</summary>
    private static string Laid(string fact, ColumnShape column) => column.Name == Person ? $"coalesce(m.merged_into_id, f.{Person}) AS {Person}"
        : Words.ContainsKey((fact, column.Name)) ? $"CAST(coalesce(TRY_CAST(f.{column.Name} AS {Type(fact, column)}), 'unknown') AS {Type(fact, column)}) AS {column.Name}"
        : "f." + column.Name;

    /// <summary>A laid fact and one as the truth tells it are the same row.</summary>
    public static string SameFact(TableShape fact, string laid, string told) => string.Join(" AND ", fact.Keys.Select(k => $"{laid}.{OfKey(k.Name)} = {told}.{k.Name}"));

    /// <summary>Where a key column of the truth lies here.</summary>
    public static string OfKey(string column) => column == Person ? Handle : column;

    /// <summary>A table of rows as the truth tells them.</summary>
    public static string Create(TableShape table, string name, bool temporary = false) =>
        $"CREATE{(temporary ? " OR REPLACE TEMP" : "")} TABLE {name} ({string.Join(", ", table.Columns.Select(c => $"{c.Name} {Type(c.Type)}"))});";

    /// <summary>The type of a laid fact's column, or of one of people and things.</summary>
    public static string Type(string table, ColumnShape column) =>
        Words.TryGetValue((table, column.Name), out var words) ? $"ENUM({string.Join(", ", words.Select(word => $"'{word}'"))})" : Type(column.Type);

    public static string Type(ColumnType type) => type switch
    {
        ColumnType.Long => "BIGINT",
        ColumnType.Text => "VARCHAR",
        ColumnType.Day => "DATE",
        ColumnType.Bool => "BOOLEAN",
        _ => "TIMESTAMP",
    };

    private static ColumnShape Long(string name, bool key = false) => new(name, ColumnType.Long, key);
    private static ColumnShape Text(string name) => new(name, ColumnType.Text);
}
