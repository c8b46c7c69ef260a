using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

/// <summary>Gives a person another role or other markets; it counts from his next click.</summary>
public static class ChangePerson
{
    public sealed record Request(string Role, IReadOnlyList<string>? Markets);

    public static async Task Handle(long id, Request request, AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(AccountsRoom.ManagePeople);
        var markets = await InvitePerson.MarketIds(request.Markets, db, cancel);
        await using var alone = await db.BeginAlone(cancel);
        var person = await Find(id, db, cancel);
        var before = new { person.Role, Markets = person.MarketScope };
        person.Assign(request.Role, markets);
        if (person.Role != Role.Admin) await MustLeaveAnAdmin(person, db, cancel);
        db.Audit(actor, "person.changed", person, new { Before = before, After = new { person.Role, Markets = person.MarketScope } });
        await db.SaveChangesAsync(cancel);
        await alone.CommitAsync(cancel);
    }

    internal static async Task<Person> Find(long id, AppDb db, CancellationToken cancel) =>
        await db.People.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw new Refused("not_found");

    /// <summary>Called with the trail's lock held, so that two admins cannot take each other's role at once.</summary>
    internal static async Task MustLeaveAnAdmin(Person without, AppDb db, CancellationToken cancel)
    {
        if (!await db.People.AnyAsync(p => p.Id != without.Id && p.Role == Role.Admin && p.DisabledAt == null && p.PasswordHash != null, cancel))
            throw new Refused("last_admin");
    }
}
