using Showrunner.Imports.Mapping;

namespace Showrunner.Imports.Reading;

/// <summary>What the reader cannot find in the file.</summary>
internal sealed record ReadOptions
{
    /// <summary>Nothing in a file happened after this.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>Wins over a period found in the file or in its name.</summary>
    public (DateOnly From, DateOnly To)? Period { get; init; }
    public OrderMapping? Mapping { get; init; }

    /// <summary>Marketplace files put the day first; set where a file does not.</summary>
    public bool MonthFirst { get; init; }
}
