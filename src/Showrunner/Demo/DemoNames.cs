using System.Globalization;
using Showrunner.Demo.Words;

namespace Showrunner.Demo;

/// <summary>Names by number: no two alike, none kept in memory.</summary>
internal static class DemoNames
{
    private const int Patterns = 4;

    public static string Handle(MarketWords words, int number)
    {
        var plain = words.FirstNames.Length * words.HandleWords.Length * Patterns;
        var (place, round) = (Scatter(number % plain, plain), number / plain);
        var first = words.FirstNames[place % words.FirstNames.Length].ToLowerInvariant();
        var rest = place / words.FirstNames.Length;
        var word = words.HandleWords[rest % words.HandleWords.Length];
        var handle = (rest / words.HandleWords.Length) switch
        {
            0 => $"{first}.{word}",
            1 => $"{first}_{word}",
            2 => $"{word}_{first}",
            _ => $"{word}.{first}",
        };
        return round == 0 ? handle : handle + (round + 1).ToString(CultureInfo.InvariantCulture);
    }

    /// <summary>The first name is the handle's.</summary>
    public static string Person(MarketWords words, int number)
    {
        var plain = words.FirstNames.Length * words.HandleWords.Length * Patterns;
        var first = words.FirstNames[Scatter(number % plain, plain) % words.FirstNames.Length];
        return $"{first} {words.LastNames[number * 7 % words.LastNames.Length]}";
    }

    public static string Shop(MarketWords words, int number)
    {
        var round = number / words.ShopNames.Length;
        var kind = words.ShopKinds[(number + round) % words.ShopKinds.Length];
        var again = round / words.ShopKinds.Length;
        return $"{words.ShopNames[number % words.ShopNames.Length]} {kind}" + (again == 0 ? "" : " " + (again + 1).ToString(CultureInfo.InvariantCulture));
    }

    public static string Product(MarketWords words, CategoryWords category, int number)
    {
        var plain = category.Things.Length * category.Kinds.Length;
        var place = Scatter(number % plain, plain);
        var name = $"{category.Things[place % category.Things.Length]} {category.Kinds[place / category.Things.Length]}";
        return number < plain ? name : name + " " + string.Format(CultureInfo.InvariantCulture, words.Pack, number / plain + 1);
    }

    /// <summary>Another number below the limit for every number below it: a step that shares no divisor with the limit.</summary>
    private static int Scatter(int number, int limit)
    {
        var step = (int)(limit * 0.618);
        while (Divisor(step, limit) != 1) step++;
        return (int)((long)number * step % limit);
    }

    private static int Divisor(int a, int b) => b == 0 ? a : Divisor(b, a % b);
}
