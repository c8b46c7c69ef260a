namespace Showrunner.Web;

/// <summary>The menu this viewer sees: the loop's groups with the pages that exist and are allowed.</summary>
public sealed class Menu(IEnumerable<MenuEntry> entries, Viewer viewer)
{
    public sealed record Group(string Code, string Icon, IReadOnlyList<MenuEntry> Entries, bool Active)
    {
        public string TextKey => "menu." + Code;
        public string Path => Entries[0].Path;
    }

    private static readonly (string Code, string Icon)[] Loop =
    [
        ("watch", "eye"), ("creators", "people"), ("sellers", "shop"), ("campaigns", "flag"),
        ("plan", "target"), ("care", "heart"), ("reports", "report"),
    ];

    private static readonly (string Code, string Icon)[] Foot = [("imports", "import"), ("settings", "settings")];

    public IReadOnlyList<Group> Main => field ??= Groups(Loop);
    public IReadOnlyList<Group> Below => field ??= Groups(Foot);

    /// <summary>The entry whose path is the longest beginning of the address.</summary>
    public MenuEntry? Current => field ??= entries
        .Where(entry => viewer.May(entry.Permission) && Leads(entry.Path)).MaxBy(entry => entry.Path.Length);

    private bool Leads(string path) =>
        viewer.Path == path || (path != "/" && viewer.Path.StartsWith(path + "/", StringComparison.Ordinal));

    private List<Group> Groups((string Code, string Icon)[] codes) =>
    [
        .. from code in codes
           let shown = entries.Where(entry => entry.Group == code.Code && viewer.May(entry.Permission)).OrderBy(entry => entry.Order).ToList()
           where shown.Count > 0
           select new Group(code.Code, code.Icon, shown, Current?.Group == code.Code),
    ];
}
