using System.Text.RegularExpressions;

namespace Showrunner.Tests;

/// <summary>Pages and forms as a browser uses them.</summary>
public static partial class TestForms
{
    extension(HttpClient browser)
    {
        public Task<HttpResponseMessage> Get(string path) => browser.GetAsync(new Uri(path, UriKind.Relative));

        /// <summary>Opens the page, then posts its form with the page's antiforgery token.</summary>
        public async Task<HttpResponseMessage> Submit(string page, params (string Name, string Value)[] fields) => await browser.SubmitTo(page, page, fields);

        public async Task<HttpResponseMessage> SubmitTo(string page, string path, params (string Name, string Value)[] fields) =>
            await browser.Post(path, await browser.OpenForm(page), fields);

        /// <summary>The antiforgery token of the page's form.</summary>
        public async Task<string> OpenForm(string page)
        {
            var html = await (await browser.Get(page)).Content.ReadAsStringAsync();
            var token = FormToken().Match(html);
            Assert.True(token.Success, $"{page} has no form: {html[..Math.Min(html.Length, 2000)]}");
            return token.Groups[1].Value;
        }

        public async Task<HttpResponseMessage> Post(string path, string token, params (string Name, string Value)[] fields)
        {
            var all = fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
            using var content = new FormUrlEncodedContent(all);
            return await browser.PostAsync(new Uri(path, UriKind.Relative), content);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
