using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Creators;
using Showrunner.Creators.Contacts;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Creators;

public class ContactTests
{
    [Theory, Databases]
    public async Task Contacts_and_consent_are_kept_with_their_history_for_those_who_may_see_them(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var viewer = await app.SignInAs("viewer", "VN");
        using var other = await app.SignInAs("manager", "ID");
        var lina = await Id(app, "lina");
        // AddContact: another writing of one number is the same contact.
        foreach (var number in new[] { "+84 90 123 45 67", "090-123-4567" }) (await manager.PostAsJsonAsync($"/api/creators/{lina}/contacts", new { channel = "whatsapp", value = number })).EnsureSuccessStatusCode();
        (await manager.PostAsJsonAsync($"/api/creators/{lina}/contacts", new { channel = "email", value = "lina@example.com" })).EnsureSuccessStatusCode();
        Assert.Equal("contact_wrong_email", await Refusal(await manager.PostAsJsonAsync($"/api/creators/{lina}/contacts", new { channel = "email", value = "lina" })));
        // RecordConsent
        foreach (var (state, at) in new[] { ("given", "2026-01-02T00:00:00Z"), ("withdrawn", "2026-02-03T00:00:00Z") })
            (await manager.PostAsJsonAsync($"/api/creators/{lina}/consents", new { channel = "email", state, since = at, source = "form" })).EnsureSuccessStatusCode();
        Assert.Equal("consent_source", await Refusal(await manager.PostAsJsonAsync($"/api/creators/{lina}/consents", new { channel = "email", state = "given" })));
        Assert.Equal("consent_in_future", await Refusal(await manager.PostAsJsonAsync($"/api/creators/{lina}/consents", new { channel = "email", state = "given", source = "form", since = "2090-01-01T00:00:00Z" })));
        var shown = (await manager.GetFromJsonAsync<ShowContacts.Response>($"/api/creators/{lina}/contacts"))!;
        Assert.Equal((2, "withdrawn", 2), (shown.Contacts.Count, shown.Consents["email"].State, shown.History.Count));
        Assert.Equal(HttpStatusCode.Forbidden, (await viewer.Get($"/api/creators/{lina}/contacts")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Get($"/api/creators/{lina}/contacts")).StatusCode);

        foreach (var (browser, sees) in new[] { (manager, true), (viewer, false) })
        {
            var page = await (await browser.Get($"/creators/{lina}?market=VN&{BoardData.March}")).Content.ReadAsStringAsync();
            Assert.Equal(sees, page.Contains("lina@example.com", StringComparison.Ordinal));
            var file = await browser.GetStringAsync(new Uri($"/creators/export?market=VN&{BoardData.March}&format=csv", UriKind.Relative));
            Assert.Equal(sees, file.Contains("90 123 45 67", StringComparison.Ordinal));
            Assert.DoesNotContain("lina@example.com", file, StringComparison.Ordinal); // withdrawn
            var past = await browser.GetStringAsync(new Uri($"/api/creators/{lina}/timeline", UriKind.Relative));
            Assert.Equal(sees, past.Contains("consent", StringComparison.Ordinal));
        }
        Assert.False(await app.InDb(db => db.AuditEntries.AnyAsync(e => e.Details.Contains("example.com"))));
        // RemoveContact
        foreach (var contact in shown.Contacts) (await manager.DeleteAsync(new Uri($"/api/creators/contacts/{contact.Id}", UriKind.Relative))).EnsureSuccessStatusCode();
        Assert.Empty((await manager.GetFromJsonAsync<ShowContacts.Response>($"/api/creators/{lina}/contacts"))!.Contacts);
    }

    [Theory, Databases]
    public async Task A_file_brings_contacts_once_and_a_merged_person_has_those_of_both(string database)
    {
        await using var app = await CreatorData.Profiles(database);
        using var manager = await app.SignInAs("manager", "VN");
        var (lina, budi) = (await Id(app, "lina"), await Id(app, "budi"));
        for (var import = 3; import < 5; import++)
        {
            var told = CreatorData.Profile("budi", null, day: CreatorData.ProfileDay.AddDays(1));
            (told.Contacts["phone"], told.Contacts["email"], told.Contacts["line"]) = ("0901 234 567", "not an address", "Budi Live");
            await CreatorData.Tell(app, import, told);
        }
        (await manager.PostAsJsonAsync($"/api/creators/{budi}/merger", new { intoId = lina })).EnsureSuccessStatusCode();
        var shown = (await manager.GetFromJsonAsync<ShowContacts.Response>($"/api/creators/{lina}/contacts"))!;
        Assert.Equal([("phone", "0901 234 567", "import:3", "budi"), ("line", "Budi Live", "import:3", "budi")], shown.Contacts.Select(c => (c.Channel, c.Value, c.Source, c.Under)));
    }

    private static async Task<string?> Refusal(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();
    private static Task<long> Id(TestApp app, string handle) => app.InDb(db => db.Creators.Where(c => c.Handle == handle).Select(c => c.Id).SingleAsync());
}
