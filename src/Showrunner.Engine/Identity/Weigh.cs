using System.Globalization;

namespace Showrunner.Engine.Identity;

/// <summary>
/// Evidence of a pair in bits: log2 of m over u, field by field. The m-probabilities (how often the accounts of one person agree
/// so) are what people who keep two accounts usually do; the u-probabilities are the market's own. Fields that imply each other
/// are counted once: what the handles share is no evidence of the names, and goods are compared within or across categories.
/// </summary>
internal sealed class Weigh(Surroundings market)
{
    private static readonly double[] OfAudience = [0.45, 0.3, 0.17, 0.08], OfProducts = [0.5, 0.25, 0.15, 0.1];
    private const double MostBits = 14;

    public double Bits(Prepared a, Prepared b)
    {
        var sum = 0.0;
        foreach (var evidence in Of(a, b)) sum += evidence.Bits;
        return sum;
    }

    public IEnumerable<Evidence> Of(Prepared a, Prepared b)
    {
        if (Contact("phone", a.Profile.Phones, b.Profile.Phones, market.Phone) is { } phone) yield return phone;
        if (Contact("mail", a.Profile.Mails, b.Profile.Mails, market.Mail) is { } mail) yield return mail;
        if (Handle(a, b) is { } handle) yield return handle;
        if (a.IsFan != b.IsFan) yield return Say("fan", "", 0.02, 0.5);
        if (Name(a, b) is { } name) yield return name;
        var sameBio = a.Bio.Length > 0 && a.Bio == b.Bio;
        if (Bio(a, b, sameBio) is { } bio) yield return bio;
        var sameCategory = a.Profile.Category == b.Profile.Category;
        if (!sameBio && a.Profile.Category.Length > 0 && b.Profile.Category.Length > 0)
            yield return sameCategory ? Say("category", a.Profile.Category, 0.9, market.SameCategory) : Say("category_other", "", 0.1, 1 - market.SameCategory);
        if (Compare.Audience(a.Profile, b.Profile) is { } audience)
            yield return Say(audience < 2 ? "audience" : audience == 2 ? "audience_alike" : "audience_other", "", OfAudience[audience], market.Audience(audience));
        if (Compare.Products(a.Profile, b.Profile) is { } products)
            yield return Say(products.Level < 2 ? "products" : products.Shared > 0 ? "products_some" : "products_other", products.Shared.ToString(CultureInfo.InvariantCulture), OfProducts[products.Level], market.Products(sameCategory, products.Level));
        if (a.Profile.Agency != 0 && b.Profile.Agency != 0)
            yield return a.Profile.Agency == b.Profile.Agency ? Say("agency", "", 0.9, market.Agency(a.Profile.Agency)) : Say("agency_other", "", 0.1, 0.7);
        if (Texts("language", a.Profile.Language, b.Profile.Language, 0.92, market.Language) is { } language) yield return language;
        if (Texts("region", a.Profile.Region, b.Profile.Region, 0.8, market.Region) is { } region) yield return region;
    }

    private Evidence? Handle(Prepared a, Prepared b)
    {
        if (a.Handle.Compact == b.Handle.Compact) return Say("handle_suffix", "", 0.5, market.SameCompact);
        if (a.Handle.Sorted == b.Handle.Sorted) return Say("handle_order", "", 0.1, market.SameSorted);
        return HandleParts.IsNear(a.Handle.Compact, b.Handle.Compact) ? Say("handle_near", "", 0.15, market.NearHandle) : Say("handle_other", "", 0.25, 0.99);
    }

    private static Evidence? Contact(string code, IReadOnlyList<string> a, IReadOnlyList<string> b, Func<string, double> u)
    {
        if (a.Count == 0 || b.Count == 0) return null;
        string? rarest = null;
        foreach (var one in a)
            if (b.Contains(one) && (rarest is null || u(one) < u(rarest))) rarest = one;
        return rarest is null ? Say(code + "_other", "", 0.4, 1) : Say(code, "", 0.5, u(rarest));
    }

    /// <summary>Only by the words that do not stand in both handles already.</summary>
    private Evidence? Name(Prepared a, Prepared b)
    {
        if (a.Names.Count == 0 || b.Names.Count == 0) return null;
        var (one, other) = (Beyond(a), Beyond(b));
        if (one.Count == 0 || other.Count == 0) return null;
        var shared = one.Where(other.Contains).ToList();
        if (shared.Count == 0) return Say("name_other", "", 0.25, 0.95);
        return shared.Count == Math.Max(one.Count, other.Count) ? Say("name", "", 0.6, market.Name(shared)) : Say("name_part", "", 0.15, Math.Min(1, 2 * market.Name(shared)));

        List<string> Beyond(Prepared p) => [.. p.Names.Where(word => !a.Handle.Compact.Contains(word, StringComparison.Ordinal) || !b.Handle.Compact.Contains(word, StringComparison.Ordinal))];
    }

    private Evidence? Bio(Prepared a, Prepared b, bool same)
    {
        if (a.BioWords.Count < 2 || b.BioWords.Count < 2) return null;
        if (same) return Say("bio", "", 0.5, market.Bio(a.Bio));
        return Compare.IsNearBio(a, b) ? Say("bio_near", "", 0.2, market.NearBio) : Say("bio_other", "", 0.3, 1 - market.NearBio);
    }

    private static Evidence? Texts(string code, string a, string b, double m, Func<string, double> u)
    {
        if (a.Length == 0 || b.Length == 0) return null;
        return a == b ? Say(code, "", m, u(a)) : Say(code + "_other", "", 1 - m, 1 - Math.Min(0.9, u(a)));
    }

    private static Evidence Say(string code, string argument, double m, double u) => new(code, argument, Math.Clamp(Math.Log2(m / Math.Max(u, 1e-12)), -MostBits, code is "phone" or "mail" ? 40 : 3 * MostBits));
}
