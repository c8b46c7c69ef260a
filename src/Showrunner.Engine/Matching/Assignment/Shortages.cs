namespace Showrunner.Engine.Matching.Assignment;

/// <summary>What cannot be met, and by how much.</summary>
internal static class Shortages
{
    public static List<AssignmentShortage> Of(GeneralisedAssignment given, ReadOnlySpan<int> agentOf)
    {
        var found = new List<AssignmentShortage>();
        var (lightest, room) = (0L, 0L);
        for (var i = 0; i < given.Agents; i++) room += given.Capacity(i);
        for (var j = 0; j < given.Jobs; j++)
        {
            var near = Nearest(given, j);
            if (given.Weight(near, j) - (long)given.Capacity(near) is var missing && missing > 0) found.Add(new AssignmentShortage(j, near, missing, true));
            var least = int.MaxValue;
            for (var i = 0; i < given.Agents; i++) least = Math.Min(least, given.Weight(i, j));
            lightest += least;
        }
        if (lightest > room) found.Add(new AssignmentShortage(null, null, lightest - room, true));
        var over = given.OverloadsOf(agentOf);
        for (var i = 0; i < over.Length; i++)
            if (over[i] > 0) found.Add(new AssignmentShortage(null, i, over[i], false));
        return found;
    }

    /// <summary>Every job where it exceeds the capacity by least.</summary>
    public static int[] Nearest(GeneralisedAssignment given) => [.. Enumerable.Range(0, given.Jobs).Select(j => Nearest(given, j))];

    private static int Nearest(GeneralisedAssignment given, int job) => Enumerable.Range(0, given.Agents).MinBy(i => given.Weight(i, job) - (long)given.Capacity(i));
}
