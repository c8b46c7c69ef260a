namespace Showrunner.Accounts;

/// <summary>
/// What a person does here. Admins hold every permission; rooms say which of the others hold theirs.
/// Manager: runs the work and loads files. Analyst: reads, explores and reports. Viewer: reads boards.
/// </summary>
public static class Role
{
    public const string Admin = "admin", Manager = "manager", Analyst = "analyst", Viewer = "viewer";
    public static readonly IReadOnlyList<string> All = [Admin, Manager, Analyst, Viewer];
}
