using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Imports;

/// <summary>The saved mappings, by name.</summary>
public static class ListMappings
{
    public sealed record Item(long Id, string Name, string Yaml, DateTimeOffset UpdatedAt);

    public static async Task<IReadOnlyList<Item>> Handle(AppDb db, Actor actor, CancellationToken cancel)
    {
        actor.Needs(ImportsRoom.Load);
        return await db.SavedMappings.OrderBy(m => m.Name).Select(m => new Item(m.Id, m.Name, m.Yaml, m.UpdatedAt)).ToListAsync(cancel);
    }

    /// <summary>The mapping that docs/imports.md explains.</summary>
    public static string Example()
    {
        using var reader = new StreamReader(typeof(ListMappings).Assembly.GetManifestResourceStream("Showrunner.Imports.example.map.yaml")!);
        return reader.ReadToEnd();
    }
}
