using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Demo;

/// <summary>Asks for the demo market; asking again while it is being told gives the same job.</summary>
public static class QueueDemo
{
    public static async Task<long> Handle(DemoSize size, AppDb db, Actor actor, JobBoard board, TimeProvider clock, CancellationToken cancel)
    {
        actor.Needs(DemoRoom.Manage);
        if (await db.JobUnderWay(LoadDemo.Kind, null, cancel) is { } known) return known;
        return await db.QueueOnce(new Job
        {
            Kind = LoadDemo.Kind,
            Subject = size.Name,
            TitleKey = "demo.job",
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            CreatedAt = clock.GetUtcNow(),
        }, board, cancel);
    }
}
