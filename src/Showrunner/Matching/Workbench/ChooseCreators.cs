using Showrunner.Creators.Listing;
using Showrunner.Platform;

namespace Showrunner.Matching.Workbench;

/// <summary>Whom a list asks for by the directory's filters.</summary>
/// <param name="Called">Those the keyword finds: nobody else is spoken of. Null is everybody.</param>
/// <param name="Fitting">Those whom the other filters let through. Null is everybody.</param>
/// <param name="Almost">Nobody is called like the keyword; these are called almost like it.</param>
internal sealed record ChosenCreators(IReadOnlySet<long>? Called, IReadOnlySet<long>? Fitting, bool Almost)
{
    public static readonly ChosenCreators All = new(null, null, false);

    public bool IsAsked(long creator) => Called is null || Called.Contains(creator);

    public bool Fits(long creator) => Fitting is null || Fitting.Contains(creator);
}

/// <summary>Asks the directory itself, so that its filters mean the same everywhere.</summary>
public sealed class ChooseCreators(CreatorFilter filter, DirectoryDesk desk)
{
    private const int Days = 28;

    internal async Task<ChosenCreators> Of(string market, DateOnly last, DateOnly? from, DateOnly? to, string compare, CancellationToken cancel)
    {
        if (filter.IsEmpty) return ChosenCreators.All;
        var end = to ?? (from > last ? from.Value : last);
        var range = new DayRange(from ?? end.AddDays(1 - Days), end);
        var (named, others) = (Only(isKeyword: true), Only(isKeyword: false));
        var fitting = others.IsEmpty ? null : await Ids(await desk.Ask(market, others, range, compare, cancel), cancel);
        if (named.IsEmpty) return new ChosenCreators(null, fitting, false);
        var question = await desk.Ask(market, named, range, compare, cancel);
        var called = await Ids(question, cancel);
        if (called.Count > 0) return new ChosenCreators(called, fitting, false);
        called = await Ids(desk.Tolerant(question, named), cancel);
        return new ChosenCreators(called, fitting, called.Count > 0);
    }

    private CreatorFilter Only(bool isKeyword) => CreatorFilter.Of(filter.Values.Where(v => v.Name == CreatorFilter.Keyword == isKeyword));

    private static async Task<HashSet<long>> Ids(DirectoryQuestion question, CancellationToken cancel) =>
        [.. (await question.Open.Rows(DirectorySql.Ids(question.Sales, question.Where), question.Parameters, cancel)).Select(r => (long)r[0]!)];
}
