namespace Showrunner.Engine.Matching.Graphs;

/// <summary>Work over rows in parts whose borders depend on the rows alone, so that results do not depend on the number of threads.</summary>
internal static class Parts
{
    /// <param name="work">First row and the one after the last.</param>
    public static void Each(int rows, int size, ParallelOptions how, Action<int, int> work) =>
        Parallel.For(0, (rows + size - 1) / size, how, part => work(part * size, Math.Min(rows, (part + 1) * size)));
}
