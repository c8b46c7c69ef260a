using Microsoft.AspNetCore.Components;
using Showrunner.Ledger;
using Showrunner.Web;

namespace Showrunner.Creators.Listing;

/// <summary>How creators are listed: the columns of the page and of the file, in one order.</summary>
public static class DirectoryColumns
{
    public static List<Column<DirectoryRow>> All(Viewer viewer, IReadOnlyList<DirectoryRow> rows, Say say, DateTimeOffset now)
    {
        var most = rows.Max(row => row.Gmv) is > 0 and { } largest ? largest : 1;
        return
        [
            Column.Text<DirectoryRow>("dimension.creator", row => "@" + row.Handle, "handle", row => viewer.Link("/creators/" + row.Id)),
            Extra(Column.Text<DirectoryRow>("creators.name", row => row.Name, "name")),
            Column.Money<DirectoryRow>("metric.gmv", row => row.Gmv, "gmv", "gmv") with { Bar = row => (double)(row.Gmv ?? 0) / most },
            new("insights.change") { Numeric = true, Sort = "change", Text = (row, formats) => formats.MoneyChange(row.Gmv, row.GmvBefore) is var change && change.Percent.Length > 0 ? change.Percent : change.Absolute },
            Column.Count<DirectoryRow>("metric.items", row => row.Units, "units", "items"),
            Extra(Column.Rate<DirectoryRow>("insights.share", row => row.Share)),
            Extra(Column.Rate<DirectoryRow>("metric.refund_rate", row => row.RefundRate, "refund_rate", "refund_rate")),
            Extra(Column.Money<DirectoryRow>("metric.est_earnings", row => row.EstEarnings, "earnings", "est_earnings") with { Estimated = row => row.EstEarnings is not null }),
            Column.Count<DirectoryRow>("creators.followers", row => row.Followers, "followers"),
            .. CreatorMeasure.All.Select(measure => Measured(measure) with { Extra = measure != CreatorMeasure.VideoViews }),
            Extra(Column.Text<DirectoryRow>("creators.level", row => row.Level, "level")),
            Extra(Column.Text<DirectoryRow>("creators.language", row => LanguageName(say, row.Language), "language")),
            Extra(Column.Text<DirectoryRow>("creators.region", row => row.Region, "region")),
            Extra(Column.Text<DirectoryRow>("creators.agency", row => row.Agency, "agency")),
            Column.Of<DirectoryRow>("creators.stage", row => Cell<StageCell>(("Stage", row.Stage), ("Since", row.StageSince), ("Now", now)), "stage"),
            Extra(new Column<DirectoryRow>("creators.stageSince") { Sort = "since", Text = (row, formats) => formats.When(row.StageSince) }),
            Column.Text<DirectoryRow>("creators.owner", row => row.Owner, "owner"),
            Column.Of<DirectoryRow>("creators.tags", row => Cell<LabelChips>(("Names", row.Tags))),
            Column.Text<DirectoryRow>("dimension.category", row => row.Category, "category"),
            Extra(Column.Of<DirectoryRow>("creators.lists", row => Cell<LabelChips>(("Names", row.Lists)))),
            Extra(new Column<DirectoryRow>("creators.contacted") { Sort = "contacted", Text = (row, formats) => formats.When(row.LastContactedAt) }),
            Extra(Column.Text<DirectoryRow>("creators.bio", row => row.Bio)),
        ];
    }

    public static string? LanguageName(Say say, string code) => code.Length == 0 ? null : say.Has("language." + code) ? say["language." + code] : code;

    private static Column<DirectoryRow> Measured(CreatorMeasure measure) =>
        Column.Of<DirectoryRow>("creators.m." + measure.Code, row => Cell<MeasureValue>(("Value", ValueOf(row, measure)), ("Unit", measure.Unit)), measure.Code, true);

    public static Figure? ValueOf(DirectoryRow row, CreatorMeasure measure) => row.Values.TryGetValue(measure.Code, out var figure) ? figure : null;

    private static Column<DirectoryRow> Extra(Column<DirectoryRow> column) => column with { Extra = true };

    private static RenderFragment Cell<T>(params (string Name, object? Value)[] parameters) where T : IComponent => build =>
    {
        build.OpenComponent<T>(0);
        foreach (var (name, value) in parameters) build.AddComponentParameter(1, name, value);
        build.CloseComponent();
    };
}
