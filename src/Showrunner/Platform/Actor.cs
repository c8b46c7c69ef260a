namespace Showrunner.Platform;

/// <summary>Who asks: a signed-in person, an API key or the program itself. Handed to every slice that changes or shows rows.</summary>
/// <param name="PersonId">Row number of the person; null for the program itself.</param>
/// <param name="Name">Shown in the audit trail.</param>
/// <param name="Language">en, id or de: sentences are said in it.</param>
/// <param name="Permissions">Codes that rooms registered, e.g. <c>imports.load</c>.</param>
/// <param name="MarketIds">Markets in scope; null means all.</param>
public sealed record Actor(long? PersonId, string Name, string Language, IReadOnlySet<string> Permissions, IReadOnlyList<long>? MarketIds)
{
    /// <summary>The command line and background work: everything is allowed, and the trail says so.</summary>
    public static Actor Program(string name) => new(null, name, "en", new AllPermissions(), null);

    public bool May(string permission) => Permissions.Contains(permission);
    public bool SeesMarket(long marketId) => MarketIds is null || MarketIds.Contains(marketId);

    /// <summary>Refuses with <c>not_allowed</c> unless the permission is held.</summary>
    public void Needs(string permission)
    {
        if (!May(permission)) throw new Refused("not_allowed");
    }

    private sealed class AllPermissions : HashSet<string>, IReadOnlySet<string>
    {
        bool IReadOnlySet<string>.Contains(string item) => true;
    }
}
