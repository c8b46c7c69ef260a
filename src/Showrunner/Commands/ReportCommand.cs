using System.CommandLine;
using System.Text.Json;
using Showrunner.Platform;
using Showrunner.Reports;
using Showrunner.Reports.Told;

namespace Showrunner.Commands;

internal static class ReportCommand
{
    public static Command Make()
    {
        var code = new Argument<string>("REPORT") { Description = "weekly, monthly, live, scorecard, seller, category, growth, commission, … (an unknown one lists them all)" };
        var market = new Option<string>("--market") { Required = true };
        var from = new Option<string>("--from") { Description = "First market day", Required = true };
        var to = new Option<string>("--to") { Description = "Last market day, included", Required = true };
        var about = new Option<string?>("--about") { Description = "The creator, shop or category: row number or name", HelpName = "SUBJECT" };
        var book = new Option<int?>("--book") { Description = "scorecard only: one file with the scorecards of so many creators (pdf, pptx, xlsx)", HelpName = "N" };
        var format = new Option<string>("--format") { Description = "xlsx, pptx, docx, pdf, or several with commas", DefaultValueFactory = _ => "xlsx,pptx" };
        var compare = new Option<string>("--compare") { Description = "previous, year or none", DefaultValueFactory = _ => "previous" };
        var language = new Option<string>("--lang") { Description = "en, id or de", DefaultValueFactory = _ => "en" };
        language.AcceptOnlyFromAmong("en", "id", "de");
        var folder = new Option<string>("--out") { Description = "Folder for the files", DefaultValueFactory = _ => ".", HelpName = "DIR" };
        var command = new Command("report", "Writes a report as Excel, PowerPoint, Word and PDF files") { code, market, from, to, about, book, format, compare, language, folder };
        command.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel);
            var request = new RunReport.Request(words.GetValue(code)!, words.GetValue(market)!.ToUpperInvariant(), Words.Day(words.GetValue(from)!), Words.Day(words.GetValue(to)!),
                Words.List(words.GetValue(format)), words.GetValue(language)!, words.GetValue(compare)!, words.GetValue(about));
            if (words.GetValue(book) is { } creators) return await Book(instance, request, creators, words.GetValue(folder)!, words.GetValue(Settings.Json), cancel);
            var made = await instance.Get<RunReport>().Handle(request, words.GetValue(folder)!, Actor.Program("command line"), cancel);
            if (words.GetValue(Settings.Json))
                Console.Out.WriteLine(JsonSerializer.Serialize(new { files = made.Select(m => new { m.Path, m.Format, m.Bytes, Seconds = Math.Round(m.Took.TotalSeconds, 3) }) }, Words.Json));
            else foreach (var file in made) Console.Out.WriteLine($"{file.Path} ({file.Bytes:N0} bytes)");
            return CommandLine.Done;
        });
        return command;
    }

    /// <summary>Each file under another name until it is whole.</summary>
    private static async Task<int> Book(Instance instance, RunReport.Request request, int creators, string folder, bool json, CancellationToken cancel)
    {
        if (request.Code != "scorecard") throw new Refused("report_no_book", request.Code);
        Directory.CreateDirectory(folder);
        var files = new List<object>();
        foreach (var format in request.Formats)
        {
            var (watch, draft) = (System.Diagnostics.Stopwatch.StartNew(), Path.Combine(folder, "." + Path.GetRandomFileName()));
            try
            {
                WriteBook.Response made;
                await using (var file = new FileStream(draft, FileMode.CreateNew))
                    made = await instance.Get<WriteBook>().Handle(new WriteBook.Request(request.Market, request.From, request.To, format, request.Language, creators, request.Compare), file, Actor.Program("command line"), cancel);
                var path = Path.Combine(folder, made.FileName);
                File.Move(draft, path, overwrite: true);
                var bytes = new FileInfo(path).Length;
                files.Add(new { path, format, bytes, seconds = Math.Round(watch.Elapsed.TotalSeconds, 3) });
                if (!json) Console.Out.WriteLine($"{path} ({bytes:N0} bytes)");
            }
            finally { File.Delete(draft); }
        }
        if (json) Console.Out.WriteLine(JsonSerializer.Serialize(new { files }, Words.Json));
        return CommandLine.Done;
    }
}
