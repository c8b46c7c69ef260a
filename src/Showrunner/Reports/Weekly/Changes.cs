namespace Showrunner.Reports.Weekly;

/// <summary>What changed, as sentences made from figures. No sentence without a number.</summary>
internal sealed class Changes(WeeklyFigures figures, ReportWords words)
{
    public IReadOnlyList<string> All
    {
        get
        {
            if (!figures.Compared) return [HeadSections.SalesHeadline(figures, words), words.Say("report.noComparison")];
            var people = figures.Creators.Where(g => !g.IsNobody).ToList();
            return
            [
                HeadSections.SalesHeadline(figures, words), .. Drivers(), .. Of(figures.Channels), .. Of(people, "creator"),
                .. Breadth(people), .. Of([.. figures.Products.Where(g => !g.IsNobody)], "product"), .. Refunds(),
            ];
        }
    }

    public string Headline => words.Say("report.changed") + ": " +
        ((figures.Compared ? Breadth([.. figures.Creators.Where(g => !g.IsNobody)]).FirstOrDefault() : null) ?? HeadSections.SalesHeadline(figures, words));

    /// <summary>The biggest riser and the biggest faller, and how much of the whole change the one on its side explains.</summary>
    public IEnumerable<string> Of(IReadOnlyList<Group> groups, string kind = "")
    {
        if (!figures.Compared || groups.Count == 0) yield break;
        var total = figures.Gmv - figures.GmvBefore;
        var (up, down) = (groups.MaxBy(g => g.Change)!, groups.MinBy(g => g.Change)!);
        foreach (var group in total >= 0 ? new[] { up, down } : [down, up])
        {
            if (group.Change == 0 || (group == up && group.Change < 0) || (group == down && group.Change > 0)) continue;
            var name = kind.Length == 0 ? RankSection.Short(group.Label) : words.Say("report.named." + kind, RankSection.Short(group.Label));
            yield return Sentence(name, group, total);
        }
    }

    private string Sentence(string name, Group group, decimal total)
    {
        var by = words.Money(Math.Abs(group.Change));
        if (group.Before == 0) return words.Say("report.new", name, words.Money(group.Gmv));
        var change = words.Percent(group.Gmv, group.Before)!;
        var said = words.Say(group.Change > 0 ? "report.rose" : "report.fell", name, by, change, words.Money(group.Gmv));
        var explains = Math.Sign(group.Change) == Math.Sign(total) && Math.Abs(group.Change) <= Math.Abs(total);
        return explains ? words.Say("report.explains", said, words.Formats.Rate((double)(group.Change / total), 0)) : said;
    }

    /// <summary>More orders or larger ones.</summary>
    private IEnumerable<string> Drivers()
    {
        var head = figures.Head;
        if (head["orders"] is not { } orders || head.Before("orders") is not > 0 || head["aov"] is not { } aov || head.Before("aov") is not > 0) yield break;
        yield return words.Say("report.drivers", orders, words.Percent(orders, head.Before("orders")!.Value), words.Money(aov), words.Percent(aov, head.Before("aov")!.Value));
    }

    private IEnumerable<string> Breadth(List<Group> people)
    {
        var (more, less) = (people.Count(g => g.Change > 0), people.Count(g => g.Change < 0));
        if (more + less > 0) yield return words.Say("report.breadth", more, less);
    }

    private IEnumerable<string> Refunds()
    {
        if (figures.Head["refund_rate"] is not { } now || figures.Head.Before("refund_rate") is not { } before) yield break;
        yield return words.Say("report.refundRate", words.Formats.Rate((double)before), words.Formats.Rate((double)now), words.Formats.RateChange((double)now, (double)before).Absolute);
    }
}
