using System.Globalization;

namespace Showrunner.Ledger.Loading;

/// <summary>64-bit hashes of texts (FNV-1a, finished by a mixer): the same on every machine and in every run.</summary>
internal static class Hash
{
    private const ulong Offset = 14695981039346656037, Prime = 1099511628211;

    public static long Of(string a, string b, string c, string d, string e) => Finish(Add(Add(Add(Add(Add(Offset, a), b), c), d), e));

    public static long Of(string a, string b, string c, int d, int e) => Finish(Add(Add(Add(Add(Add(Offset, a), b), c), d), e));

    public static long Of(string a, string b, string c, string d, int e, int f) => Finish(Add(Add(Add(Add(Add(Add(Offset, a), b), c), d), e), f));

    /// <summary>A number for counting distinct orders: the order number itself where it is one, else its hash (below zero, so that the two never meet).</summary>
    public static long OrderKey(string orderNo) =>
        orderNo.Length is > 0 and <= 18 && orderNo[0] != '0' && long.TryParse(orderNo, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : Finish(Add(Offset, orderNo)) | long.MinValue;

    private static ulong Add(ulong hash, string text)
    {
        foreach (var c in text) hash = (hash ^ c) * Prime;
        return (hash ^ 0xffff) * Prime; // a separator, so that "ab"+"c" differs from "a"+"bc"
    }

    private static ulong Add(ulong hash, int number) => (hash ^ (uint)number) * Prime;

    private static long Finish(ulong hash)
    {
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        return (long)(hash ^ (hash >> 33));
    }
}
