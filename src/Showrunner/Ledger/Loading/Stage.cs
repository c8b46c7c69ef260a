using Showrunner.Creators;
using Showrunner.Data;
using Showrunner.DuckDb;
using Showrunner.Ledger.Columns;

namespace Showrunner.Ledger.Loading;

/// <summary>
/// The rows of one import, on disk and compressed, before the ledger takes them. Lives as long as the load; what a dead
/// process left is deleted when the columns open.
/// </summary>
public sealed partial class Stage : IDisposable
{
    private static readonly string[] Resolved = ["market_id", "creator_id", "product_id", "shop_id", Facts.Campaign, "occurrence", "import_id", "change_id"];
    private readonly FileBeside _beside;
    private readonly Dictionary<string, DuckAppender> _appenders = [];
    internal DuckConnection Connection { get; }

    internal Stage(LedgerColumns columns, string folder)
    {
        Connection = columns.Connect();
        _beside = new FileBeside(Connection, folder, "stage");
        Connection.Execute($"""
            BEGIN;
            CREATE TABLE stage.creator_seen (handle VARCHAR, name VARCHAR, external_no VARCHAR, category VARCHAR, followers BIGINT, day DATE);
            CREATE TABLE stage.creator_told (row_no BIGINT, handle VARCHAR, profile_day DATE, bio VARCHAR, language VARCHAR, level VARCHAR, region VARCHAR, agency_no VARCHAR,
                last_contacted_at TIMESTAMP, told BIGINT, hidden BIGINT, {string.Join(", ", CreatorMeasure.Columns.Select(c => c.Name + " BIGINT"))});
            CREATE TABLE stage.creator_reached (handle VARCHAR, kind VARCHAR, place VARCHAR, value VARCHAR, value_key VARCHAR);
            CREATE TABLE stage.agency_seen (agency_no VARCHAR, name VARCHAR, creator_split_ppm BIGINT);
            CREATE TABLE stage.product_seen (row_no BIGINT, product_no VARCHAR, name VARCHAR, shop_no VARCHAR, category_path VARCHAR, category_name VARCHAR,
                price_low_minor BIGINT, price_high_minor BIGINT, commission_rate_ppm BIGINT, listed_at TIMESTAMP, status VARCHAR, description VARCHAR);
            CREATE TABLE stage.shop_seen (shop_no VARCHAR, name VARCHAR);
            CREATE TABLE stage.campaign_seen (n BIGINT, campaign_no VARCHAR, name VARCHAR);
            """);
    }

    /// <summary>Columns of order lines that the file cannot know: lines that the ledger has keep theirs.</summary>
    public IReadOnlyList<string> Untold { get; init; } = [];

    /// <summary>The columns whose values the known rows lend to this fact's; none before known rows were looked for.</summary>
    internal IReadOnlyList<string> KeptOf(TableShape fact) => _met.Contains(fact.Name) && fact == Facts.OrderLine ? Untold : [];
    internal void Meets(TableShape fact) => _met.Add(fact.Name);
    private readonly HashSet<string> _met = [];

    private bool _closed;
    /// <summary>Rows of the file taken so far.</summary>
    public long Rows { get; private set; }

    /// <summary>The fact as a file gives it: names instead of row numbers, and the hash that tells possible duplicates.</summary>
    private DuckAppender Fact(TableShape fact)
    {
        if (_appenders.TryGetValue(fact.Name, out var open)) return open;
        var own = fact.Columns.Where(c => !Resolved.Contains(c.Name)).Select(c => $"{c.Name} {ColumnSchema.Type(c.Type)}");
        Connection.Execute($"""
            CREATE TABLE stage.{fact.Name} (row_no BIGINT, key_hash BIGINT, creator_handle VARCHAR, product_no VARCHAR, product_name VARCHAR,
                shop_no VARCHAR, category_path VARCHAR, {string.Join(", ", own)}{(IsOfCampaigns(fact) ? ", campaign_n BIGINT, part BIGINT" : "")})
            """);
        return _appenders[fact.Name] = Connection.Appender(fact.Name);
    }

    /// <summary>Facts that know their campaign, and in which part of a sale they were told.</summary>
    internal static bool IsOfCampaigns(TableShape fact) => fact.Has(Facts.Campaign);

    private DuckAppender People(string table) =>
        _appenders.TryGetValue(table, out var open) ? open : _appenders[table] = Connection.Appender(table);

    internal bool Has(TableShape fact) => _appenders.ContainsKey(fact.Name);

    /// <summary>Ends the writing of rows; from here on the stage is read.</summary>
    internal void Close()
    {
        foreach (var appender in _appenders.Values) appender.Dispose();
        if (_closed) return;
        _closed = true;
        Connection.Execute("COMMIT");
        _beside.Leave();
    }

    public void Dispose()
    {
        try { Close(); } catch (DuckDbException) { /* the load has failed already and says why */ }
        _beside.Dispose();
        Connection.Dispose();
    }
}
