namespace Showrunner.Web;

/// <summary>What a figure means, as the metrics dictionary says it in the viewer's language; variants are other figures of nearly the same name.</summary>
public sealed record Definition(
    string Code, string Name, string Text, string Formula, string Unit, string? Source = null, IReadOnlyList<(string Code, string Name)>? Variants = null);

/// <summary>Registered by the room that keeps the definitions.</summary>
public delegate Definition? FindDefinition(string code, string language);
