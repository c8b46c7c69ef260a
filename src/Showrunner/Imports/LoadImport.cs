using Microsoft.EntityFrameworkCore;
using Showrunner.Accounts;
using Showrunner.Data;
using Showrunner.Imports.Reading;
using Showrunner.Ledger.Loading;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Imports;

/// <summary>Takes a received file into the ledger. Repeatable from the start: until the one commit nothing has happened.</summary>
public static class LoadImport
{
    public const string JobKind = "import";

    /// <summary>Asks for the load; the job does it.</summary>
    public static async Task<Job> Ask(long id, AppDb db, JobBoard board, Actor actor, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        var import = await ListImports.Visible(db, actor).SingleOrDefaultAsync(i => i.Id == id, cancel) ?? throw new Refused("not_found");
        if (import.State == Import.Loading && await db.Jobs.SingleOrDefaultAsync(j => j.Id == import.JobId, cancel) is { IsOver: false } running) return running;
        if (import.State is Import.Loaded) throw new Refused("import_already_loaded", import.FileName);
        var job = new Job
        {
            Kind = JobKind,
            Subject = import.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
            TitleKey = "imports.job",
            TitleArgument = import.FileName,
            ResultPath = $"/imports/{import.Id}",
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        };
        // Both or none: a worker must not finish the job before the import says that it is loading.
        await using var together = await db.Database.BeginTransactionAsync(cancel);
        db.Jobs.Add(job);
        db.Audit(actor, "import.asked", import, new { import.FileName });
        await db.SaveChangesAsync(cancel);
        (import.JobId, import.State, import.Problem) = (job.Id, Import.Loading, null);
        await db.SaveChangesAsync(cancel);
        await together.CommitAsync(cancel);
        board.Ring();
        return job;
    }

    /// <summary>The job's work; the command line calls it directly.</summary>
    public static async Task Work(long id, IServiceProvider services, JobTicket ticket)
    {
        var db = services.GetRequiredService<AppDb>();
        var clock = services.GetRequiredService<TimeProvider>();
        var import = await db.Imports.SingleAsync(i => i.Id == id, ticket.Cancel);
        if (import.State == Import.Loaded) return; // the worker that died had finished
        try
        {
            await Load(import, db, services, clock, ticket);
        }
        catch (Exception problem)
        {
            db.ChangeTracker.Clear();
            if (DiskFull.Is(problem)) await db.GiveBackSpace(CancellationToken.None);
            import = await db.Imports.SingleAsync(i => i.Id == id, CancellationToken.None);
            if (import.State == Import.Loaded) return; // the truth has it; the columns follow by themselves
            var refused = problem switch
            {
                OperationCanceledException when ticket.Cancel.IsCancellationRequested => null,
                _ => RefusedHandler.RefusalIn(problem) ?? new Refused("import_failed", import.FileName, problem.Message),
            };
            (import.State, import.Problem, import.FinishedAt) = (refused is null ? Import.Cancelled : Import.Failed, refused is null ? null : Sentence.Pack(refused), clock.GetUtcNow());
            await db.SaveChangesAsync(CancellationToken.None);
            if (refused?.Code == "import_failed")
                services.GetRequiredService<ILogger<Import>>().LogError(problem, "Import {Import} failed", id);
            if (refused is null) throw;
            throw refused;
        }
    }

    private static async Task Load(Import import, AppDb db, IServiceProvider services, TimeProvider clock, JobTicket ticket)
    {
        var place = services.GetRequiredService<DataPlace>();
        var opened = await OpenFile.Handle(import, db, place, ticket.Cancel);
        (import.Kind, import.Layout) = (opened.Recognition.KindCode ?? "", opened.Recognition.Layout);
        (import.PeriodFrom, import.PeriodTo) = (import.PeriodFrom ?? opened.Recognition.PeriodFrom, import.PeriodTo ?? opened.Recognition.PeriodTo);
        using var reader = OpenFile.Read(opened, clock.GetUtcNow());
        var load = services.GetRequiredService<LoadFacts>();
        using var stage = load.OpenStage((reader as OrderLineReader)?.Untold(import.ShopName.Length > 0));
        using var rejected = new RejectedRows(place, import, opened.Recognition, services.GetRequiredService<Texts>(), await Language(import, db, ticket.Cancel));
        var (rows, days) = StageRows(reader, stage, import.ShopName, rejected, ticket);
        rejected.Close();
        if (import.PeriodFrom is null) (import.PeriodFrom, import.PeriodTo) = (days?.From, days?.To);
        (import.RowsRead, import.Rejected, import.ErrorPath) = (rows, rejected.Count, rejected.Count > 0 ? rejected.RelativePath : "");
        await load.Handle(db, stage, new LoadOrder(import.Id, import.MarketId, import.IsDemo), counts =>
        {
            (import.State, import.RowsLoaded, import.Unchanged, import.Restated) = (Import.Loaded, counts.Loaded, counts.Unchanged, counts.Restated);
            (import.ChangeId, import.FinishedAt) = (counts.ChangeId, clock.GetUtcNow());
            db.Audit(Actor.Program(import.PersonName), "import.loaded", import, new { import.FileName, import.RowsRead, counts.Loaded, counts.Unchanged, counts.Restated, import.Rejected });
            return Task.CompletedTask;
        }, (written, of) => ticket.Report(written, of, "imports.step.writing"), ticket.Cancel);
        ticket.Report(rows, rows);
    }

    /// <summary>The error file speaks to the person who brought the file.</summary>
    private static async Task<string> Language(Import import, AppDb db, CancellationToken cancel) =>
        await db.People.Where(p => p.Id == import.PersonId).Select(p => p.Language).SingleOrDefaultAsync(cancel) ?? "en";

    /// <summary>The data rows read, and the days of the order lines among them.</summary>
    private static (long Rows, DayRange? Days) StageRows(FactReader reader, Stage stage, string shopName, RejectedRows rejected, JobTicket ticket)
    {
        var (rows, first, last) = (0L, DateOnly.MaxValue, DateOnly.MinValue);
        while (reader.Read())
        {
            rows++;
            if ((rows & 1023) == 0)
            {
                ticket.Cancel.ThrowIfCancellationRequested();
                ticket.Report(rows, reader.Progress > 0 ? (long)(rows / reader.Progress) : 0, "imports.step.reading");
            }
            if (reader.Problem is { } problem) { rejected.Add(problem, reader.Copy()); continue; }
            switch (reader)
            {
                case OrderLineReader lines:
                    if (lines.Current.ShopNo.Length == 0 && lines.Current.ShopName.Length == 0) lines.Current.ShopName = shopName;
                    (first, last) = (lines.Current.Day < first ? lines.Current.Day : first, lines.Current.Day > last ? lines.Current.Day : last);
                    stage.Add(lines.Current);
                    break;
                case PeriodTotalReader totals: stage.Add(totals.Current); break;
                case CreatorProfileReader profiles: stage.Add(profiles.Current); break;
                case GoodsReader goods:
                    if (goods.Current.ShopName.Length == 0) goods.Current.ShopName = shopName;
                    stage.Add(goods.Current);
                    break;
                case OfferReader offers:
                    if (offers.Current.ShopName.Length == 0) offers.Current.ShopName = shopName;
                    stage.Add(offers.Current);
                    break;
                case ContentReader contents: stage.Add(contents.Current); break;
                case ProductReader products:
                    if (products.Current.ShopNo.Length == 0 && products.Current.ShopName.Length == 0) products.Current.ShopName = shopName;
                    stage.Add(products.Current);
                    break;
            }
        }
        return (rows, first <= last ? new DayRange(first, last) : null);
    }
}
