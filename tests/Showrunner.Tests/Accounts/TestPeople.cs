using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Accounts;
using Showrunner.Markets;

namespace Showrunner.Tests;

/// <summary>People for tests: <c>app.SignInAs("manager", "VN")</c> is a browser with a session, straight from the database.</summary>
public static class TestPeople
{
    public const string Password = "a quiet desk by the sea";
    private static readonly Passwords Quick = new(1000);
    private static int _count;

    extension(TestApp app)
    {
        /// <summary>A signed-in browser of a new person. Without market codes he sees all markets.</summary>
        public async Task<HttpClient> SignInAs(string role, params string[] marketCodes) => await app.BrowserOf(await app.AddTestPerson(role, marketCodes));

        public async Task<Person> AddTestPerson(string role, params string[] marketCodes) => await app.InDb(async db =>
        {
            var number = Interlocked.Increment(ref _count);
            var person = Person.Create($"{role} {number}", $"{role}{number}@example.test", "en", app.Services.GetRequiredService<TimeProvider>().GetUtcNow());
            person.Assign(role, marketCodes.Length == 0 ? null : await db.Markets.Where(m => marketCodes.Contains(m.Code)).Select(m => m.Id).ToListAsync());
            person.SetPassword(Quick.Hash(Password));
            db.People.Add(person);
            await db.SaveChangesAsync();
            return person;
        });

        /// <summary>A program that shows an API key.</summary>
        public HttpClient WithKey(string secret)
        {
            var program = app.Browser();
            program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
            return program;
        }

        public async Task<HttpClient> BrowserOf(Person person)
        {
            var token = await app.InDb(async db =>
            {
                var secret = Secret.New();
                db.Sessions.Add(Session.Open(person, secret, app.Services.GetRequiredService<TimeProvider>().GetUtcNow()));
                await db.SaveChangesAsync();
                return secret;
            });
            var cookies = new System.Net.CookieContainer();
            cookies.Add(app.Address, new System.Net.Cookie(SessionCookie.Name, token));
            return new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies }) { BaseAddress = app.Address };
        }
    }
}
