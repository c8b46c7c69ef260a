using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary><c>users add NAME --email E --role ROLE --scope market=VN</c>: an invitation from the command line.</summary>
public static class AddPerson
{
    /// <summary>The path of the invitation; put the instance's address before it. Scopes are each <c>market=CODE</c>; none means all markets.</summary>
    public static async Task<string> Handle(string name, string email, string role, IReadOnlyList<string> scopes, AppDb db, TimeProvider clock, CancellationToken cancel)
    {
        var markets = scopes.Select(scope => scope.Split('=', 2) is ["market", { Length: > 0 } code] ? code.ToUpperInvariant() : throw new Refused("scope_unknown", scope)).ToList();
        var request = new InvitePerson.Request(name, email, role, markets.Count == 0 ? null : markets);
        return (await InvitePerson.Handle(request, db, Actor.Program("command line"), clock, cancel)).Link;
    }
}
