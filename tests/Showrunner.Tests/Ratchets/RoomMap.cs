namespace Showrunner.Tests.Ratchets;

/// <summary>
/// The floors of the house, from the ground. A room uses its own floor's rooms never, and those of the floors below freely;
/// what goes beyond that stands in <see cref="Doors"/> with its reason. Rooms that are not built yet have their place already.
/// </summary>
internal static class RoomMap
{
    public static readonly IReadOnlyList<string[]> Floors =
    [
        ["Data"], // a job is a row, so the tables carry the platform and not the other way round
        ["Platform"],
        ["Data.Backup"], // in Data's folder, but it refuses with sentences, which are the platform's
        ["Web"],
        ["Markets"], // a person's scope is a list of markets
        ["Accounts"],
        ["Tasks"], // on any record of any room above
        ["Creators", "Shops"],
        ["Ledger"],
        ["Metrics"],
        ["Reports"],
        ["Imports"],
        [
            "Insights", "Outreach", "Collaborations", "Samples", "Promotions", "Missions", "Pages", "Content",
            "Lives", "Risk", "Academy", "Community", "Feedback", "Listening", "Connectors", "Webhooks", "Levels", "Plans", "Projects",
        ],
        ["Sellers", "Campaigns", "Goals", "Matching"], // pages made like boards: of the shops, products and agencies on the ground, of what orders tell of campaigns, of targets beside figures, and of whom to offer what
        ["Demo"],
        ["Commands"],
        ["Program"],
    ];

    /// <summary>Who may use a room that is not below. Every line is a debt or a decision, and says which.</summary>
    public static readonly IReadOnlyDictionary<(string From, string To), string> Doors = new Dictionary<(string, string), string>
    {
        [("Program", "Commands")] = "the entry point hands over to the command line, which builds the program",
        [("Commands", "Program")] = "serve starts what the entry point describes",
        [("Creators", "Ledger")] = Pages,
        [("Creators", "Metrics")] = Pages,
        [("Creators", "Insights")] = Pages,
        [("Ledger", "Metrics")] = Pages,
        [("Ledger", "Insights")] = Pages,
    };

    private const string Pages = "debt: the room's rows lie on the ground, its pages are made like boards; pages and rows want two floors";

    public static IEnumerable<string> Rooms => Floors.SelectMany(floor => floor);

    public static int FloorOf(string room)
    {
        for (var i = 0; i < Floors.Count; i++)
            if (Floors[i].Contains(room)) return i;
        return -1;
    }

    /// <summary>The room a namespace path lies in: <c>Data.Backup.X</c> → Data.Backup, <c>Data.X</c> → Data; null when it is none.</summary>
    public static string? RoomOf(string path) =>
        Rooms.Where(room => path == room || path.StartsWith(room + ".", StringComparison.Ordinal)).MaxBy(room => room.Length);

    public static bool MayUse(string from, string to) => from == to || FloorOf(to) < FloorOf(from) || Doors.ContainsKey((from, to));
}
