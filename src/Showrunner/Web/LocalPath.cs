namespace Showrunner.Web;

/// <summary>Addresses that stay on this desk, so that nobody is sent elsewhere by a crafted link.</summary>
public static class LocalPath
{
    public static bool IsLocal(string? path) =>
        path is { Length: > 0 } && path[0] == '/' && (path.Length == 1 || (path[1] is not '/' and not '\\')) && !path.Any(char.IsControl);

    public static string Or(string? path, string otherwise) => IsLocal(path) ? path! : otherwise;
}
