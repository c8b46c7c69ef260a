using Showrunner.Engine.Simulation;

namespace Showrunner.Engine.Identity;

/// <summary>
/// How often two people of this market agree by chance: the u-probabilities of Fellegi and Sunter ("A theory for record linkage",
/// 1969), counted in the accounts themselves. A common name or a stock bio says little because many bear it, and a handle
/// says little where handles are made of the same few words.
/// </summary>
internal sealed class Surroundings
{
    private const int Sampled = 20_000, Seed = 17;
    /// <summary>Of numbers and addresses that so many share: how many of the sharing pairs are two people. More share an office's.</summary>
    private static readonly double[] Honest = [1, 1, 0.05, 0.25, 0.6];
    private readonly Dictionary<string, int> _phones, _mails, _names, _bios, _languages, _regions;
    private readonly Dictionary<long, int> _agencies;
    private readonly double[] _audience = new double[4], _nearBio = new double[2];
    private readonly double[][] _products = [new double[4], new double[4]];
    private readonly double[] _phonesBySize, _mailsBySize;

    public int Count { get; }
    /// <summary>All pairs there are.</summary>
    public double Pairs => 0.5 * Count * (Count - 1);
    public double SameCategory { get; }
    public double SameCompact { get; }
    public double SameSorted { get; }
    /// <summary>Counted while pairs are looked at.</summary>
    public double NearHandle { get; set; }

    public Surroundings(IReadOnlyList<Prepared> all)
    {
        Count = all.Count;
        _phones = Counts(all.SelectMany(p => p.Profile.Phones));
        _mails = Counts(all.SelectMany(p => p.Profile.Mails));
        _names = Counts(all.SelectMany(p => p.Names));
        _bios = Counts(all.Select(p => p.Bio));
        _languages = Counts(all.Select(p => p.Profile.Language));
        _regions = Counts(all.Select(p => p.Profile.Region));
        _agencies = all.Where(p => p.Profile.Agency != 0).GroupBy(p => p.Profile.Agency).ToDictionary(g => g.Key, g => g.Count());
        (_phonesBySize, _mailsBySize) = (BySize(_phones), BySize(_mails));
        SameCompact = Sharing(Counts(all.Select(p => p.Handle.Compact)));
        SameSorted = Sharing(Counts(all.Select(p => p.Handle.Sorted)));
        SameCategory = Sharing(Counts(all.Select(p => p.Profile.Category)));
        Sample(all);
    }

    public double Phone(string number) => Shared(_phones, _phonesBySize, number);
    public double Mail(string address) => Shared(_mails, _mailsBySize, address);
    public int HoldersOf(string contact) => Math.Max(_phones.GetValueOrDefault(contact), _mails.GetValueOrDefault(contact));
    public double Name(IEnumerable<string> words) => words.Aggregate(1.0, (u, word) => u * Math.Min(1, (_names.GetValueOrDefault(word) + 1.0) / Count));
    public double Bio(string bio) => Often(_bios, bio);
    public double Language(string code) => Often(_languages, code);
    public double Region(string name) => Often(_regions, name);
    public double Agency(long agency) => Math.Min(1, (_agencies.GetValueOrDefault(agency) + 1.0) / Math.Max(2, _agencies.Values.Sum()));
    public double Audience(int level) => _audience[level];
    public double Products(bool sameCategory, int level) => _products[sameCategory ? 1 : 0][level];
    public double NearBio => _nearBio[1];

    private double Often(Dictionary<string, int> counts, string value) => Math.Min(1, (counts.GetValueOrDefault(value) + 1.0) / Count);

    /// <summary>Pairs of two people that share a contact as many share as share this one, among all pairs.</summary>
    private double Shared(Dictionary<string, int> holders, double[] bySize, string value)
    {
        var size = Math.Min(Honest.Length, holders.GetValueOrDefault(value));
        return Math.Max(1, bySize[size]) * (size < Honest.Length ? Honest[size] : 1) / Pairs;
    }

    private static double[] BySize(Dictionary<string, int> holders)
    {
        var pairs = new double[Honest.Length + 1];
        foreach (var count in holders.Values) pairs[Math.Min(Honest.Length, count)] += 0.5 * count * (count - 1);
        return pairs;
    }

    private double Sharing(Dictionary<string, int> counts) => (counts.Values.Sum(n => 0.5 * n * (n - 1)) + 1) / Pairs;

    private static Dictionary<string, int> Counts(IEnumerable<string> values)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var value in values)
            if (value.Length > 0) counts[value] = counts.GetValueOrDefault(value) + 1;
        return counts;
    }

    /// <summary>What has degrees is counted among pairs drawn at random, half of them within a category.</summary>
    private void Sample(IReadOnlyList<Prepared> all)
    {
        var chance = Chance.Of(Seed, all.Count, 0, 0);
        var byCategory = all.GroupBy(p => p.Profile.Category).Where(g => g.Count() > 1).Select(g => g.ToArray()).ToArray();
        foreach (var counts in (double[][])[_audience, _nearBio, .. _products]) Array.Fill(counts, 1);
        for (var i = 0; i < Sampled; i++)
        {
            Note(all[chance.Below(all.Count)], all[chance.Below(all.Count)]);
            if (byCategory.Length == 0) continue;
            var group = byCategory[chance.Below(byCategory.Length)];
            Note(group[chance.Below(group.Length)], group[chance.Below(group.Length)]);
        }
        foreach (var counts in (double[][])[_audience, _nearBio, .. _products])
        {
            var sum = counts.Sum();
            for (var i = 0; i < counts.Length; i++) counts[i] /= sum;
        }

        void Note(Prepared a, Prepared b)
        {
            if (a.Profile.Id == b.Profile.Id) return;
            if (Compare.Audience(a.Profile, b.Profile) is { } audience) _audience[audience]++;
            if (Compare.Products(a.Profile, b.Profile) is { } products) _products[a.Profile.Category == b.Profile.Category ? 1 : 0][products.Level]++;
            if (a.Bio.Length > 0 && b.Bio.Length > 0) _nearBio[Compare.IsNearBio(a, b) ? 1 : 0]++;
        }
    }
}
