using System.Text.Json;

namespace Showrunner.Platform;

/// <summary>A refusal as it is stored: the code and what fills its sentence, so that every reader gets it in his language.</summary>
public static class Sentence
{
    public static string Pack(Refused refused) => Pack(refused.Code, [.. refused.Arguments]);

    public static string Pack(string code, params object?[] arguments) =>
        JsonSerializer.Serialize(new[] { code }.Concat(arguments.Select(a => Convert.ToString(a, System.Globalization.CultureInfo.InvariantCulture) ?? "")));

    public static (string Code, string[] Arguments) Unpack(string packed)
    {
        var parts = JsonSerializer.Deserialize<string[]>(packed) ?? [];
        return parts.Length == 0 ? ("unknown", []) : (parts[0], parts[1..]);
    }
}
