using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Showrunner.Tests.Imports;

/// <summary>The Imports pages as a browser uses them.</summary>
internal static partial class ImportBrowser
{
    public const string CreatorFile = "Creator_List_20250101-20250430.csv";
    public const string Header = "Creator username,Affiliate GMV,Items sold\n";

    extension(HttpClient browser)
    {
        public Task<HttpResponseMessage> Upload(string name, string content, params (string Name, string Value)[] fields) =>
            browser.Upload(name, Encoding.UTF8.GetBytes(content), fields);

        /// <summary>Posts the form of the Imports page with one file in it.</summary>
        public async Task<HttpResponseMessage> Upload(string name, byte[] content, params (string Name, string Value)[] fields)
        {
            using var form = new MultipartFormDataContent { { new StringContent(await browser.Token("/imports")), "__RequestVerificationToken" } };
            foreach (var (field, value) in fields.Any(f => f.Name == "market") ? fields : [.. fields, ("market", "VN")]) form.Add(new StringContent(value), field);
            using var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
            form.Add(file, "files", name);
            return await browser.PostAsync(new Uri("/imports", UriKind.Relative), form);
        }

        /// <summary>Uploads one file and gives the path of its page.</summary>
        public async Task<string> Receive(string name, string content, params (string Name, string Value)[] fields)
        {
            using var answer = await browser.Upload(name, content, fields);
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
            return answer.Headers.Location!.ToString();
        }

        public async Task<string> Token(string page)
        {
            var html = await (await browser.Get(page)).Content.ReadAsStringAsync();
            var token = FormToken().Match(html);
            Assert.True(token.Success, html[..Math.Min(html.Length, 800)]);
            return token.Groups[1].Value;
        }

        public async Task<string> Read(string path)
        {
            using var answer = await browser.Get(path);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text[..Math.Min(text.Length, 800)]}");
            return WebUtility.HtmlDecode(text);
        }

        public async Task<JsonElement> Json(string path) => JsonDocument.Parse(await (await browser.Get(path)).Content.ReadAsStringAsync()).RootElement;

        /// <summary>Presses the load button and waits for the end of the job.</summary>
        public async Task<JsonElement> Load(string page)
        {
            using var asked = await browser.SubmitTo(page, page + "/load");
            Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
            return await browser.End(page);
        }

        public async Task<JsonElement> End(string page)
        {
            for (var tries = 0; tries < 600; tries++)
            {
                if ((await browser.Json(page + "/progress")).GetProperty("state").GetString() is "done" or "failed" or "cancelled") return await browser.Json("/api" + page);
                await Task.Delay(100);
            }
            throw new TimeoutException(page);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
