using Microsoft.OpenApi;

namespace Showrunner.Creators.Listing;

/// <summary>The directory's filters in the description of the API: they come as they stand in the page's address.</summary>
internal static class DescribeFilters
{
    private static readonly Dictionary<string, string> Meanings = new()
    {
        [CreatorFilter.Keyword] = "Beginnings of words of the handle, name or bio; a slip of the hand is forgiven where nothing else fits.",
        [CreatorFilter.Segment] = "Row of a saved segment. Several: in any of them.",
        [CreatorFilter.Stage] = $"Code of a pipeline stage, or {CreatorFilter.None}. Several: any of them.",
        [CreatorFilter.Owner] = $"Row of a person, {CreatorFilter.Me} or {CreatorFilter.None}. Several: any of them.",
        [CreatorFilter.Tag] = "Row of a tag. Several: any of them.",
        [CreatorFilter.List] = "Row of a list. Several: on any of them.",
        [CreatorFilter.Agency] = $"Row of an agency, or {CreatorFilter.None}. Several: any of them.",
        [CreatorFilter.Age] = $"The largest age band of the audience: {string.Join(", ", CreatorMeasure.Ages.Select(age => age.Code))}.",
        [CreatorFilter.Growing] = "1: among the tenth that grew most against the period before.",
        [CreatorFilter.Quiet] = "Not contacted for so many days.",
        [CreatorFilter.Waiting] = "In its stage for so many days.",
        ["category"] = "Category path; holds those below it. Several: any of them.",
        ["level"] = "Creator level as the profile writes it. Several: any of them.",
        ["language"] = "Language as the profile writes it. Several: any of them.",
        ["region"] = "Region as the profile writes it. Several: any of them.",
    };

    public static void On(OpenApiOperation operation)
    {
        foreach (var (key, names) in CreatorFilter.Keys)
            foreach (var name in names)
                (operation.Parameters ??= []).Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = Meaning(key, name), Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
    }

    private static string Meaning(string key, string name)
    {
        if (Meanings.TryGetValue(key, out var meaning)) return meaning;
        var unit = CreatorFilter.Ranges.First(range => range.Name == key).Unit switch { MeasureUnit.Money => "in whole units of the market's currency", MeasureUnit.Rate => "in percent", _ => "as a count" };
        return $"{(name.EndsWith("From", StringComparison.Ordinal) ? "At least" : "At most")}, {unit}; k and m stand for thousands and millions.";
    }
}
