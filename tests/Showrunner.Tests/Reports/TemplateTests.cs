using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Showrunner.Office;
using Showrunner.Reports.Templates;
using Showrunner.Tests.Insights;

namespace Showrunner.Tests.Reports;

/// <summary><see cref="UploadTemplate"/>, <see cref="UseTemplate"/>, <see cref="DeleteTemplate"/>, <see cref="ListTemplates"/>: files in the company's own look, by <see cref="FindLook"/>.</summary>
public class TemplateTests
{
    [Theory, Databases]
    public async Task Every_deck_takes_the_companys_look_until_it_is_taken_away(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var viewer = await app.SignInAs("viewer", "VN");
        string[] decks = [$"/reports/monthly.pptx?market=VN&{BoardData.March}", $"/reports/board.pptx?subject=analysis&market=VN&{BoardData.March}", $"/explore/export?format=pptx&market=VN&{BoardData.March}&m=gmv", $"/reports/scorecards?format=pptx&market=VN&{BoardData.March}"];
        async Task<string> Dressed() => string.Concat(await Task.WhenAll(decks.Select(async path => Theme(await viewer.GetByteArrayAsync(path)).Contains("B00020", StringComparison.Ordinal) ? 'x' : '-')));

        Assert.Equal("----", await Dressed());
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(viewer, Template(), "look.pptx")).StatusCode);
        var id = (await (await Send(manager, Template(), "look.pptx")).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<UploadTemplate.Response>())!.Id;
        Assert.Equal("xxxx", await Dressed());
        var page = await manager.GetStringAsync("/reports/templates");
        foreach (var word in new[] { "look.pptx", "Titelfolie", "#B00020" }) Assert.Contains(word, page, StringComparison.Ordinal);
        Assert.Equal(Template(), await viewer.GetByteArrayAsync($"/reports/templates/{id}/file"));

        using var stop = await manager.SubmitTo("/reports/templates", "/reports/templates", ("do", "stop"), ("id", $"{id}"));
        Assert.Equal("----", await Dressed());
        (await manager.PutAsync(new Uri($"/api/reports/templates/{id}/use", UriKind.Relative), null)).EnsureSuccessStatusCode();
        await Send(manager, Template(), "newer.pptx"); // the newer one is in use, the older stays
        Assert.Equal(["look.pptx False", "newer.pptx True"], (await viewer.GetFromJsonAsync<List<ListTemplates.Response>>("/api/reports/templates"))!.Select(t => $"{t.FileName} {t.InUse}").Order());
        foreach (var one in await app.InDb(db => db.ReportTemplates.Select(t => t.Id).ToListAsync())) (await manager.DeleteAsync(new Uri($"/api/reports/templates/{one}", UriKind.Relative))).EnsureSuccessStatusCode();
        Assert.Equal("----", await Dressed());
    }

    [Theory, Databases]
    public async Task Word_documents_take_theirs_and_decks_keep_their_own(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        using var own = new MemoryStream();
        DocumentWriter.Write(own, new DocumentSpec(new Stamp("ACME", DateTimeOffset.UnixEpoch), new TextPassage("ACME GmbH, Berlin"), new TextPassage("{{content}}")));
        Assert.Equal("document", (await (await Send(manager, own.ToArray(), "letter.docx")).EnsureSuccessStatusCode().Content.ReadFromJsonAsync<UploadTemplate.Response>())!.Kind);
        (await Send(manager, Template(), "look.pptx")).EnsureSuccessStatusCode();
        var report = await manager.GetByteArrayAsync($"/reports/monthly.docx?market=VN&{BoardData.March}");
        var path = Path.Combine(app.Folder, "report.docx");
        await File.WriteAllBytesAsync(path, report);
        var text = OfficeReader.Document(path).Text;
        Assert.Contains("ACME GmbH, Berlin", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{content}}", text, StringComparison.Ordinal);
        Assert.Contains("GMV", text, StringComparison.Ordinal);
        Assert.Contains("B00020", Theme(await manager.GetByteArrayAsync($"/reports/monthly.pptx?market=VN&{BoardData.March}")), StringComparison.Ordinal);
    }

    [Theory, Databases]
    public async Task A_file_that_is_no_template_is_refused_with_a_sentence_and_the_last_one_stays(string database)
    {
        await using var app = await BoardData.Small(database);
        using var manager = await app.SignInAs("manager", "VN");
        (await Send(manager, Template(), "look.pptx")).EnsureSuccessStatusCode();
        foreach (var (file, code) in new[] { ("no file"u8.ToArray(), "broken"), ([0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4], "password"), (Template("presentation.main+xml", "presentation.macroEnabled.main+xml"), "macros") })
        {
            using var refused = await Send(manager, file, "wrong.pptx");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            var said = await refused.Content.ReadAsStringAsync();
            Assert.Contains("template_" + code, said, StringComparison.Ordinal);
            Assert.Contains("wrong.pptx", said, StringComparison.Ordinal);
        }
        Assert.Equal("look.pptx", await app.InDb(db => db.ReportTemplates.Select(t => t.FileName).SingleAsync()));
    }

    private static async Task<HttpResponseMessage> Send(HttpClient browser, byte[] file, string name)
    {
        using var content = new ByteArrayContent(file);
        using var form = new MultipartFormDataContent { { content, "file", name } };
        return await browser.PostAsync(new Uri("/api/reports/templates", UriKind.Relative), form);
    }

    private static string Theme(byte[] deck)
    {
        using var zip = new ZipArchive(new MemoryStream(deck));
        using var reader = new StreamReader(zip.GetEntry("ppt/theme/theme1.xml")!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>A deck with red accents and German layout names.</summary>
    private static byte[] Template(string find = "<none>", string replace = "")
    {
        using var own = new MemoryStream();
        DeckWriter.Write(own, new DeckSpec(new Stamp("Look", DateTimeOffset.UnixEpoch), new TitleSlide("Look")));
        using var made = new MemoryStream();
        using (var from = new ZipArchive(own))
        using (var to = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries)
            {
                using var reader = new StreamReader(entry.Open());
                var text = reader.ReadToEnd().Replace("0F5C6E", "B00020", StringComparison.Ordinal).Replace("name=\"Title\"", "name=\"Titelfolie\"", StringComparison.Ordinal).Replace(find, replace, StringComparison.Ordinal);
                var copy = to.CreateEntry(entry.FullName);
                copy.LastWriteTime = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var part = copy.Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        return made.ToArray();
    }
}
