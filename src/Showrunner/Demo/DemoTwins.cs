using Showrunner.Engine.Simulation;

namespace Showrunner.Demo;

/// <summary>What a second account has to do with the first: one person's, or only looking like it.</summary>
/// <param name="Kind">phone, mail, handle or both: what gives one person away. fan, near or family: two people who look alike.</param>
/// <param name="Of">Rank of the first.</param>
internal sealed record DemoTwin(string Kind, int Of)
{
    public const string Phone = "phone", Mail = "mail", Handle = "handle", Both = "both", Fan = "fan", Near = "near", Family = "family";
    public bool IsSame => Kind is Phone or Mail or Handle or Both;
    public bool HasNearHandle => Kind is Handle or Both or Fan or Near;
    public bool HasSamePhone => Kind is Phone or Both or Family;
}

/// <summary>Which creators are second accounts of others, and which only look so. Planted among the small ones, where nothing else is planted.</summary>
internal sealed class DemoTwins
{
    private const int Fewest = 60;
    private const double Share = 0.03;
    private static readonly string[] Same = [DemoTwin.Phone, DemoTwin.Handle, DemoTwin.Both, DemoTwin.Handle, DemoTwin.Mail], Alike = [DemoTwin.Fan, DemoTwin.Near, DemoTwin.Near, DemoTwin.Family];
    private static readonly string[] OwnEnds = [".official", "_backup", "01", "_ofc", ".id"], OtherEnds = ["77", ".xo", "_real", "88", ".tv"], FanEnds = [".fan", "_fanpage", ".fans", "_fc"];
    private readonly Dictionary<int, DemoTwin> _twins = [], _seconds = [];
    private readonly int _seed, _market;

    public DemoTwins(int market, int creators, int seed)
    {
        (_seed, _market) = (seed, market);
        var (half, pool) = (creators / 2, creators / 2 - DemoCreator.Settled);
        if (creators < Fewest || pool < 2) return;
        var chance = Chance.Of(seed, market, 5, 0);
        HashSet<int> taken = [];
        var count = Math.Min((int)Math.Max(1, creators * Share), pool / 3);
        for (var i = 0; i < count; i++)
        {
            _twins[half + 2 * i] = new DemoTwin(Same[i % Same.Length], First());
            _twins[half + 2 * i + 1] = new DemoTwin(Alike[i % Alike.Length], First());
        }

        foreach (var twin in _twins.Values) _seconds[twin.Of] = twin;

        int First()
        {
            int rank;
            do rank = DemoCreator.Settled + chance.Below(pool); while (!taken.Add(rank));
            return rank;
        }
    }

    public IEnumerable<KeyValuePair<int, DemoTwin>> All => _twins;
    public DemoTwin? Of(int rank) => _twins.GetValueOrDefault(rank);

    /// <summary>What is planted on the second account of this first one.</summary>
    public DemoTwin? SecondOf(int rank) => _seconds.GetValueOrDefault(rank);

    /// <summary>What the second calls himself, after the first where they look alike.</summary>
    public string Called(int rank, DemoTwin twin, string own, string first)
    {
        if (!twin.HasNearHandle) return own;
        var chance = Luck(rank, 0);
        if (twin.Kind == DemoTwin.Fan) return first + chance.Pick(FanEnds);
        // A letter twice, or an ending; one's own second account is called after oneself more plainly.
        return chance.Hits(twin.IsSame ? 0.25 : 0.4) ? Slip(first, ref chance) : first + chance.Pick(twin.IsSame ? OwnEnds : OtherEnds);
    }

    /// <summary>Luck of its own for each thing that is drawn for a second account.</summary>
    public Chance Luck(int rank, int thing) => Chance.Of(_seed, _market, 6 + thing, rank);

    private static string Slip(string handle, ref Chance chance)
    {
        var at = chance.Between(1, handle.Length - 2);
        while (!char.IsLetter(handle[at])) at--;
        return handle.Insert(at, handle[at].ToString());
    }
}
