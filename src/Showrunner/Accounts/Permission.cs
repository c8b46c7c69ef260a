using System.Collections.Frozen;

namespace Showrunner.Accounts;

/// <summary>One thing that a person may be allowed to do, as its room registered it.</summary>
/// <param name="Code">e.g. <c>imports.load</c>; checked with <c>actor.Needs(code)</c>.</param>
/// <param name="TextKey">What it is called on the pages that hand it out.</param>
/// <param name="Roles">Who holds it besides admins.</param>
public sealed record Permission(string Code, string TextKey, IReadOnlyList<string> Roles);

/// <summary>All registered permissions and who holds them.</summary>
public sealed class Permissions
{
    private readonly Dictionary<string, FrozenSet<string>> _byRole;
    public IReadOnlyList<Permission> All { get; }

    public Permissions(IEnumerable<Permission> registered)
    {
        All = [.. registered.DistinctBy(p => p.Code).OrderBy(p => p.Code, StringComparer.Ordinal)];
        _byRole = Role.All.ToDictionary(role => role, role =>
            registered.Where(p => role == Role.Admin || p.Roles.Contains(role)).Select(p => p.Code).ToFrozenSet());
    }

    public IReadOnlySet<string> Of(string role) => _byRole.GetValueOrDefault(role) ?? FrozenSet<string>.Empty;
}

public static class PermissionRegistration
{
    /// <summary>Says that this permission exists; admins hold it, and the roles named here.</summary>
    public static IServiceCollection AddPermission(this IServiceCollection services, string code, string textKey, params string[] roles) =>
        services.AddSingleton(new Permission(code, textKey, roles));
}
