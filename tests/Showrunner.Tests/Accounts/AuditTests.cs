using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Tests.Accounts;

public class AuditTests
{
    private static readonly Actor Someone = Actor.Program("test");

    private static async Task Append(TestApp app, int count)
    {
        for (var i = 0; i < count; i++)
            await app.InDb(async db => { db.Audit(Someone, "thing.done", ("thing", $"{i}"), new { Text = "“ü” \\ \"x\"" }); return await db.SaveChangesAsync(); });
    }

    [Theory, Databases]
    public async Task An_untouched_trail_is_whole(string database)
    {
        await using var app = await TestApp.Start(database);
        Assert.True((await app.InDb(db => VerifyAudit.Handle(db, default))).IsWhole);
        await Append(app, 5);
        var result = await app.InDb(db => VerifyAudit.Handle(db, default));
        Assert.Equal((5L, null), (result.Entries, result.BrokenId));
    }

    [Theory]
    [InlineData("sqlite", "details = '{{}}'", "changed"), InlineData("postgres", "details = '{{}}'", "changed")]
    [InlineData("sqlite", "actor_name = 'nobody'", "changed"), InlineData("postgres", "person_id = 7", "changed")]
    [InlineData("sqlite", "at = at + 1", "changed"), InlineData("postgres", "at = at + interval '1 microsecond'", "changed")]
    public async Task A_changed_entry_is_named(string database, string change, string problem)
    {
        await using var app = await TestApp.Start(database);
        await Append(app, 5);
        var third = await app.InDb(db => db.AuditEntries.OrderBy(e => e.Id).Skip(2).Select(e => e.Id).FirstAsync());
        await app.InDb(db => db.Database.ExecuteSqlRawAsync($"UPDATE audit_entry SET {change} WHERE id = {third}"));
        var result = await app.InDb(db => VerifyAudit.Handle(db, default));
        Assert.Equal((third, problem), (result.BrokenId, result.Problem));
    }

    [Theory, Databases]
    public async Task A_removed_entry_shows_at_the_one_behind_it(string database)
    {
        await using var app = await TestApp.Start(database);
        await Append(app, 5);
        var ids = await app.InDb(db => db.AuditEntries.OrderBy(e => e.Id).Select(e => e.Id).ToListAsync());
        await app.InDb(db => db.AuditEntries.Where(e => e.Id == ids[1]).ExecuteDeleteAsync());
        var result = await app.InDb(db => VerifyAudit.Handle(db, default));
        Assert.Equal((ids[2], "gap"), (result.BrokenId, result.Problem));
    }

    [Theory, Databases]
    public async Task Twenty_writers_at_once_keep_one_chain(string database)
    {
        await using var app = await TestApp.Start(database);
        await Parallel.ForAsync(0, 20, new ParallelOptions { MaxDegreeOfParallelism = 20 }, async (i, cancel) =>
        {
            using var scope = app.Services.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            var person = Person.Create($"P{i}", $"p{i}@example.test", "en", TimeProvider.System.GetUtcNow());
            db.People.Add(person);
            db.Audit(Someone, "person.invited", person, new { i });
            db.Audit(Someone, "thing.done", ("thing", $"{i}"));
            await db.SaveChangesAsync(cancel);
        });
        var result = await app.InDb(db => VerifyAudit.Handle(db, default));
        Assert.Equal((40L, null), (result.Entries, result.BrokenId));
        var subjects = await app.InDb(db => db.AuditEntries.Where(e => e.SubjectType == "person").Select(e => e.SubjectId).ToListAsync());
        var people = await app.InDb(db => db.People.Select(p => p.Id).ToListAsync());
        Assert.Equal(people.Select(id => $"{id}").Order(), subjects.Order());
    }

    [Theory, Databases]
    public async Task A_change_that_fails_leaves_no_entry_and_an_entry_that_fails_no_change(string database)
    {
        await using var app = await TestApp.Start(database);
        await Append(app, 1);
        var taken = await app.AddTestPerson(Role.Viewer);
        await Assert.ThrowsAsync<DbUpdateException>(() => app.InDb(async db =>
        {
            db.People.Add(Person.Create("Twin", taken.Email, "en", default));
            db.Audit(Someone, "person.invited", ("person", "?"));
            return await db.SaveChangesAsync();
        }));
        Assert.Equal(1, await app.InDb(db => db.AuditEntries.CountAsync()));
        await Assert.ThrowsAnyAsync<Exception>(() => app.InDb(async db =>
        {
            db.People.Add(Person.Create("Alone", "alone@example.test", "en", DateTimeOffset.UnixEpoch));
            db.Audit(new Actor(null, null!, "en", new HashSet<string>(), null), "thing.done", ("thing", "1"));
            return await db.SaveChangesAsync();
        }));
        Assert.False(await app.InDb(db => db.People.AnyAsync(p => p.Name == "Alone")));
    }

    [Theory, Databases]
    public async Task A_fork_is_refused_by_the_database(string database)
    {
        await using var app = await TestApp.Start(database);
        await Append(app, 2);
        await Assert.ThrowsAsync<DbUpdateException>(() => app.InDb(async db =>
        {
            db.AuditEntries.Add(AuditEntry.Seal(TimeProvider.System.GetUtcNow(), "x", null, "thing.done", "thing", "9", "{}", ""));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task The_trail_shows_newest_first_by_page_and_by_action()
    {
        await using var app = await TestApp.Start("sqlite");
        await Append(app, ListAudit.PageSize + 3);
        var all = new HashSet<string> { AccountsRoom.ReadAudit };
        var reader = new Actor(null, "reader", "en", all, null);
        var first = await app.InDb(db => ListAudit.Handle(new(), db, reader, default));
        var second = await app.InDb(db => ListAudit.Handle(new(Before: first.Next), db, reader, default));
        Assert.Equal((ListAudit.PageSize, 3, null), (first.Entries.Count, second.Entries.Count, second.Next));
        Assert.Equal("52", first.Entries[0].SubjectId);
        Assert.Empty((await app.InDb(db => ListAudit.Handle(new(Action: "other"), db, reader, default))).Entries);
    }
}
