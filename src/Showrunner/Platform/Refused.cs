namespace Showrunner.Platform;

/// <summary>
/// The business says no. <paramref name="code"/> is stable and is also the key of the sentence
/// (<c>refused.code</c> in the rooms' texts); <paramref name="arguments"/> fill its placeholders.
/// </summary>
public sealed class Refused(string code, params object?[] arguments) : Exception(code)
{
    public string Code => Message;
    public IReadOnlyList<object?> Arguments => arguments;
}
