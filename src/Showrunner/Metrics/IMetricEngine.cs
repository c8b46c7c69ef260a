using Showrunner.Data;

namespace Showrunner.Metrics;

/// <summary>Something that runs the pipeline's SQL: the columns of this node, or PostgreSQL where the data is too big for a copy.</summary>
public interface IMetricEngine
{
    /// <summary>The rows of a fact for FROM, without alias, whose <c>creator_id</c> is the person, whatever handle they were told of.</summary>
    string Rows(TableShape fact);

    /// <summary>Runs one SELECT with positional text parameters ($1 …) and returns its rows; integers as long, days as DateOnly, texts as string.</summary>
    Task<IReadOnlyList<object?[]>> Rows(string sql, IReadOnlyList<string> parameters, CancellationToken cancel);
}
