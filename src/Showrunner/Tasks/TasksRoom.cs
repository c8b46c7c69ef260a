using Showrunner.Accounts;
using Showrunner.Accounts.Feeds;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;

namespace Showrunner.Tasks;

/// <summary>Who does what until when: tasks on any record, and the day's list that everyone starts with.</summary>
public static class TasksRoom
{
    public const string Work = "tasks.work";

    public static IServiceCollection AddTasks(this IServiceCollection services)
    {
        services.AddPermission(Work, "permission.tasks.work", Role.Manager, Role.Analyst, Role.Viewer);
        services.AddMenu(new MenuEntry("watch", "menu.today", "/today", "check", 10, Work));
        return services.AddCalendarSource<TaskDeadlines>();
    }

    public static WebApplication MapTasks(this WebApplication app)
    {
        app.MapGet("/", () => Results.LocalRedirect("/today"));
        TaskForms.Map(app);
        var api = app.MapGroup("/api/tasks").RequireActor();
        api.MapGet("/", ([AsParameters] ListTasks.Request request, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => ListTasks.Handle(request, db, actor, clock, cancel));
        api.MapGet("/assignees", ListAssignees.Handle);
        api.MapGet("/plan.xml", ([AsParameters] ExportTasks.Request request, AppDb db, Actor actor, Say say, TimeProvider clock, CancellationToken cancel) => ExportTasks.Handle(request, db, actor, say, clock, cancel));
        app.MapGet("/tasks/plan.xml", ([AsParameters] ExportTasks.Request request, AppDb db, Actor actor, Say say, TimeProvider clock, CancellationToken cancel) => ExportTasks.Handle(request, db, actor, say, clock, cancel));
        api.MapPost("/", AddTask.Handle);
        api.MapGet("/{id:long}", ShowTask.Handle);
        api.MapPut("/{id:long}", ChangeTask.Handle);
        api.MapPut("/{id:long}/done", (long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => FinishTask.Handle(id, true, db, actor, clock, cancel));
        api.MapDelete("/{id:long}/done", (long id, AppDb db, Actor actor, TimeProvider clock, CancellationToken cancel) => FinishTask.Handle(id, false, db, actor, clock, cancel));
        return app;
    }

    /// <summary>A part of everyone's first page, below the tasks; renders nothing when it has nothing to say. The first may use the request's database, others need a scope of their own.</summary>
    public static IServiceCollection AddToday<TComponent>(this IServiceCollection services, int order = 0) => services.AddSingleton(new TodayPart(typeof(TComponent), order));
}

/// <summary>A component on the page Today.</summary>
public sealed record TodayPart(Type Component, int Order);
