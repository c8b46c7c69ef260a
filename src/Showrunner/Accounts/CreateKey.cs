using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>A new API key of one's own; the answer is the only time its secret is told.</summary>
public static class CreateKey
{
    /// <param name="Name">What uses it.</param>
    /// <param name="Scopes">Permission codes, all of them one's own.</param>
    /// <param name="Markets">Codes; null for all that one sees oneself.</param>
    /// <param name="Days">Until it expires.</param>
    public sealed record Request(string Name, IReadOnlyList<string> Scopes, IReadOnlyList<string>? Markets = null, int Days = 90);
    public sealed record Response(long Id, string Secret, string Prefix, DateTimeOffset ExpiresAt);

    public static async Task<Response> Handle(Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ManageKeys);
        var markets = await InvitePerson.MarketIds(request.Markets, db, cancel);
        var (key, secret) = ApiKey.Create(actor, request.Name, [.. request.Scopes], markets, request.Days, clock.GetUtcNow());
        db.ApiKeys.Add(key);
        db.Audit(actor, "api_key.created", key, new { key.Name, key.Prefix, key.Scopes, key.MarketScope, key.ExpiresAt });
        await db.SaveChangesAsync(cancel);
        return new Response(key.Id, secret, key.Prefix, key.ExpiresAt);
    }
}
