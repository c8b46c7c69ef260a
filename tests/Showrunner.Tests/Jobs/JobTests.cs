using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Showrunner.Data;
using Showrunner.Matching.Scenarios;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Tests.Jobs;

public class JobTests
{
    [Theory, Databases]
    public async Task Work_that_fails_with_rows_unsaved_ends_as_failed_and_the_next_is_done(string database)
    {
        var done = new TaskCompletionSource();
        await using var app = await TestApp.Start(database, also: services =>
        {
            services.AddSingleton(new JobKind("test_spoiled", async (inside, _, _) =>
            {
                var db = inside.GetRequiredService<AppDb>();
                db.Add(new PlannedOffer { ScenarioId = 1, CreatorId = 1, ProductId = 1 });
                await db.SaveChangesAsync();
            }));
            services.AddSingleton(new JobKind("test_fine", (_, _, _) => { done.SetResult(); return Task.CompletedTask; }));
        });
        await app.InDb(db =>
        {
            db.Add(new PlannedOffer { ScenarioId = 1, CreatorId = 1, ProductId = 1 });
            return db.SaveChangesAsync();
        });
        var board = app.Services.GetRequiredService<JobBoard>();
        var spoiled = await app.InDb(db => db.QueueOnce(new Job { Kind = "test_spoiled", Subject = "1", TitleKey = "" }, board, default));
        await app.InDb(db => db.QueueOnce(new Job { Kind = "test_fine", Subject = "1", TitleKey = "" }, board, default));
        await done.Task.WaitAsync(TimeSpan.FromSeconds(50)); // before the lease of the first would end
        var job = await app.InDb(db => db.Jobs.SingleAsync(j => j.Id == spoiled));
        Assert.Equal(Job.Failed, job.State);
        Assert.Equal(1, job.Attempts);
        Assert.Equal("job_failed", Sentence.Unpack(job.Problem!).Code);
    }
}
