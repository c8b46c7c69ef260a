namespace Showrunner.Engine.Matching.Assignment;

/// <summary>Why a search ended.</summary>
public enum AssignmentEnd
{
    /// <summary>The assignment is the best there is, or it is proven that there is none.</summary>
    Proven,
    /// <summary>The work that was allowed is done.</summary>
    WorkSpent,
    /// <summary>The time that was allowed is over.</summary>
    TimeOver,
    /// <summary>Somebody stopped it.</summary>
    Cancelled,
}
