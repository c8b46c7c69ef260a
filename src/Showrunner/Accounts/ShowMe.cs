using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Who am I, and what may I do?</summary>
public static class ShowMe
{
    public sealed record Response(long? PersonId, string Name, string Language, IReadOnlyList<string> Permissions, IReadOnlyList<long>? MarketIds);

    public static Response Handle(Actor actor) =>
        new(actor.PersonId, actor.Name, actor.Language, [.. actor.Permissions.Order(StringComparer.Ordinal)], actor.MarketIds);
}
