using Showrunner.Accounts;
using Showrunner.Imports.Sheets;
using Showrunner.Web;

namespace Showrunner.Goals;

/// <summary>What is to be reached and what may be spent, beside what happened.</summary>
public static class GoalsRoom
{
    public const string See = "goals.see", Set = "goals.set";

    public static IServiceCollection AddGoals(this IServiceCollection services) => services
        .AddPermission(See, "permission.goals.see", Role.Manager, Role.Analyst, Role.Viewer).AddPermission(Set, "permission.goals.set", Role.Manager, Role.Analyst)
        .AddMenu(new MenuEntry("plan", "menu.goals", "/goals", "target", 10, See))
        .AddEditableSheet<GoalSheet>();

    public static WebApplication MapGoals(this WebApplication app)
    {
        GoalForms.Map(app);
        var api = app.MapGroup("/api/goals").RequireActor();
        api.MapGet("/", ListGoals.Handle);
        api.MapPost("/", SetGoal.Add);
        api.MapPut("/{id:long}", SetGoal.Change);
        api.MapDelete("/{id:long}", DeleteGoal.Handle);
        return app;
    }
}
