namespace Showrunner.Engine.Matching.Outcomes;

/// <summary>Who showed what and when, and what is known of both: what every feature is made from.</summary>
public sealed class MatchHistory
{
    private readonly Dictionary<string, int> _creators, _products;

    /// <param name="events">In any order; creators and products that have no facts get empty ones.</param>
    /// <exception cref="ArgumentException">An id twice or empty, or a number that cannot be.</exception>
    public MatchHistory(IEnumerable<CreatorFacts> creators, IEnumerable<ProductFacts> products, IEnumerable<MatchEvent> events)
    {
        Events = [.. events.Select(Checked).OrderBy(e => e.Day).ThenBy(e => e.Minute ?? 0).ThenBy(e => e.Creator, StringComparer.Ordinal).ThenBy(e => e.Product, StringComparer.Ordinal)
            .ThenBy(e => e.Text, StringComparer.Ordinal).ThenBy(e => e.Units).ThenBy(e => e.Gmv)];
        Creators = Complete(creators.Select(Checked), c => c.Id, Events.Select(e => e.Creator), id => new CreatorFacts(id));
        Products = Complete(products.Select(Checked), p => p.Id, Events.Select(e => e.Product), id => new ProductFacts(id));
        _creators = Places(Creators, c => c.Id);
        _products = Places(Products, p => p.Id);
    }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<CreatorFacts> Creators { get; }

    /// <summary>In the order of their ids.</summary>
    public IReadOnlyList<ProductFacts> Products { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<MatchEvent> Events { get; }

    /// <returns>Its place in <see cref="Creators"/>.</returns>
    /// <exception cref="KeyNotFoundException">Nobody has this id.</exception>
    public int Creator(string id) => _creators.TryGetValue(id, out var at) ? at : throw new KeyNotFoundException($"No creator has the id {id}.");

    /// <returns>Its place in <see cref="Products"/>.</returns>
    /// <exception cref="KeyNotFoundException">Nothing has this id.</exception>
    public int Product(string id) => _products.TryGetValue(id, out var at) ? at : throw new KeyNotFoundException($"No product has the id {id}.");

    private static T[] Complete<T>(IEnumerable<T> known, Func<T, string> id, IEnumerable<string> used, Func<string, T> unknown)
    {
        var all = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var one in known)
            if (string.IsNullOrEmpty(id(one)) || !all.TryAdd(id(one), one)) throw new ArgumentException($"The id \"{id(one)}\" is empty or stands twice.");
        foreach (var missing in used) all.TryAdd(missing, unknown(missing));
        return [.. all.Values];
    }

    private static Dictionary<string, int> Places<T>(IReadOnlyList<T> all, Func<T, string> id) => Enumerable.Range(0, all.Count).ToDictionary(i => id(all[i]), StringComparer.Ordinal);

    private static MatchEvent Checked(MatchEvent e) => string.IsNullOrEmpty(e.Creator) || string.IsNullOrEmpty(e.Product) ? throw new ArgumentException($"What happened on day {e.Day} has no creator or no product.")
        : !(Amount(e.Units) && Amount(e.Gmv) && Amount(e.Length ?? 0) && Amount(e.Likes ?? 0) && e.Minute is null or (>= 0 and < 1440)) ? throw new ArgumentException($"{e.Creator} with {e.Product} on day {e.Day}: units, amounts, likes and lengths are finite and not negative, minutes lie within a day.")
        : e;

    private static CreatorFacts Checked(CreatorFacts c) => Amount(c.Followers ?? 0) && Possible(c.Audience) ? c : throw new ArgumentException($"Creator {c.Id}: followers are finite and not negative, shares lie between 0 and 1.");

    private static ProductFacts Checked(ProductFacts p) => p.Price is null or (> 0 and < double.PositiveInfinity) && Share(p.Commission ?? 0) && Possible(p.Buyers) ? p
        : throw new ArgumentException($"Product {p.Id}: a price is more than 0, shares lie between 0 and 1.");

    private static bool Possible(Audience? audience) => audience is null || Share(audience.Female ?? 0) && (audience.Ages?.Values.All(Share) ?? true) && (audience.Countries?.Values.All(Share) ?? true);

    private static bool Amount(double value) => value >= 0 && double.IsFinite(value);

    private static bool Share(double value) => value is >= 0 and <= 1;
}
