using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Imports;
using Showrunner.Ledger.Loading;
using Showrunner.Markets;
using Showrunner.Platform;
using Showrunner.Sellers;

namespace Showrunner.Demo;

/// <summary>Tells the demo market into the ledger, one import per country. What is there already stays; a broken load is taken up again.</summary>
public sealed class LoadDemo(AppDb db, LoadFacts load, DataPlace place, Texts texts, TimeProvider clock)
{
    public const string Kind = "demo";

    /// <summary>
    /// What to tell, for country codes. End is the last day told; null is yesterday in each market, so that every day is whole.
    /// What is true of it goes into the data folder, and into a file Truth when one is named.
    /// </summary>
    public sealed record Request(DemoSize Size, IReadOnlyList<string> Markets, int Seed = DemoMarket.DefaultSeed, DateOnly? End = null, string? Truth = null)
    {
        public static Request Of(DemoSize size) => new(size, DemoMarket.Markets);
    }

    /// <param name="request">What to tell.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="report">Rows told and written so far, of how many.</param>
    /// <param name="cancel">A country that is finished stays.</param>
    /// <returns>How many rows were loaded.</returns>
    public async Task<long> Handle(Request request, Actor actor, Action<long, long> report, CancellationToken cancel)
    {
        actor.Needs(DemoRoom.Manage);
        var present = await db.Imports.Where(i => i.IsDemo && i.State == Import.Loaded).Select(i => i.MarketId).ToListAsync(cancel);
        var markets = await db.Markets.Where(m => request.Markets.Contains(m.Code)).OrderBy(m => m.Id).ToListAsync(cancel);
        var told = new List<(Market Market, DemoMarket Demo)>();
        foreach (var market in markets.Where(m => !present.Contains(m.Id)))
        {
            var end = request.End ?? market.Rules.DayOf(clock.GetUtcNow()).AddDays(-1);
            told.Add((market, await ShowDemoStory.DemoMarketOf(market, request.Size, end, request.Seed, db, cancel)));
        }
        if (request.Truth is { } truth && File.Exists(truth)) throw new Refused("demo_file_exists", Path.GetFullPath(truth));
        var progress = new Progress(report, told.Sum(t => t.Demo.ExpectedLines));
        var loaded = 0L;
        foreach (var (market, demo) in told) loaded += await LoadMarket(market, demo, request, actor, progress, cancel);
        await WriteTruth(told, request, cancel);
        return loaded;
    }

    /// <summary>Of every country that is there, those of an earlier load included.</summary>
    private async Task WriteTruth(List<(Market Market, DemoMarket Demo)> told, Request request, CancellationToken cancel)
    {
        if (told.Count == 0 && request.Truth is null) return;
        var there = told.Select(t => t.Demo).ToList();
        var loaded = await db.Imports.Where(i => i.IsDemo && i.State == Import.Loaded).OrderBy(i => i.MarketId).ToListAsync(cancel);
        foreach (var import in loaded.Where(i => told.All(t => t.Market.Id != i.MarketId)))
            if (await ShowDemoStory.DemoMarketOf(import, db, cancel) is { } demo) there.Add(demo);
        if (told.Count > 0) DemoTruth.Write(DemoTruth.In(place), there, replace: true, cancel);
        if (request.Truth is { } truth) DemoTruth.Write(truth, there, replace: false, cancel);
    }

    private async Task<long> LoadMarket(Market market, DemoMarket demo, Request request, Actor actor, Progress progress, CancellationToken cancel)
    {
        var import = await db.Imports.FirstOrDefaultAsync(i => i.IsDemo && i.MarketId == market.Id && i.State == Import.Loading, cancel)
            ?? db.Add(new Import
            {
                FileName = texts.Say(actor.Language, "demo.file"),
                MarketId = market.Id,
                Kind = Kind,
                IsDemo = true,
                CreatedAt = clock.GetUtcNow(),
                PersonId = actor.PersonId,
                PersonName = actor.Name,
            }).Entity;
        // With the end day these tell the same market, and its story, again.
        (import.Layout, import.Mapping) = (request.Size.Name, request.Seed.ToString(CultureInfo.InvariantCulture));
        (import.State, import.PeriodFrom, import.PeriodTo) = (Import.Loading, demo.Story.Days.From, demo.Story.Days.To);
        await db.SaveChangesAsync(cancel);

        using var stage = load.OpenStage();
        var lines = 0L;
        demo.Tell(stage.Add, line =>
        {
            stage.Add(line);
            if (++lines % 5_000 != 0) return;
            cancel.ThrowIfCancellationRequested();
            progress.Told(lines);
        }, stage.Add, stage.Add, stage.Add, stage.Add);
        var counts = await load.Handle(db, stage, new LoadOrder(import.Id, market.Id, IsDemo: true), async counts =>
        {
            import.State = Import.Loaded;
            (import.RowsRead, import.RowsLoaded, import.Unchanged, import.ChangeId) = (stage.Rows, counts.Loaded, counts.Unchanged, counts.ChangeId);
            import.FinishedAt = clock.GetUtcNow();
            db.Audit(actor, "demo.loaded", import, new { market = market.Code, rows = counts.Loaded });
            await NameCategories(demo, counts.ChangeId, cancel);
            await AgreeSplits(demo, market, actor, cancel);
        }, (_, _) => { }, cancel);
        progress.Finished(demo.ExpectedLines);
        return counts.Loaded;
    }

    /// <summary>Categories that this load brought get their names in the other languages.</summary>
    private async Task NameCategories(DemoMarket demo, long changeId, CancellationToken cancel)
    {
        foreach (var category in await db.Categories.Where(c => c.ChangeId == changeId).ToListAsync(cancel))
            if (demo.CategoryNames.TryGetValue(category.Path, out var names))
                category.Names = JsonSerializer.Serialize(new Dictionary<string, string> { ["en"] = category.Name, ["id"] = names.Id, ["de"] = names.De });
    }

    /// <summary>The demo's agencies get their agreements; a real one of the same name keeps its own.</summary>
    private async Task AgreeSplits(DemoMarket demo, Market market, Actor actor, CancellationToken cancel)
    {
        var agencies = await db.Agencies.Where(a => a.MarketId == market.Id && a.IsDemo).ToDictionaryAsync(a => a.Name, a => a.Id, cancel);
        foreach (var (name, from, ppm) in demo.AgencySplits.Where(s => agencies.ContainsKey(s.Agency)))
            db.Add(new AgencySplit { AgencyId = agencies[name], ValidFrom = from }).Entity.Agree(ppm, actor.Name, clock.GetUtcNow());
    }

    /// <summary>Telling is the first half of the way, writing the second.</summary>
    private sealed class Progress(Action<long, long> report, long total)
    {
        private long _before;
        public void Told(long lines) => report(_before + lines, 2 * total);
        public void Finished(long lines) => report(_before += 2 * lines, 2 * total);
    }
}
