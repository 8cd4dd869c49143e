namespace CostPlanner.Placement.VectorPacking;

/// <summary>Why a search ended.</summary>
public enum StopReason
{
    /// <summary>The plan reached the lower bound: no other can be better.</summary>
    Bound,

    /// <summary>The work allowed was done.</summary>
    Work,

    /// <summary>The caller's time was up; another run may end elsewhere.</summary>
    Time,

    /// <summary>The caller called it off.</summary>
    Cancelled,
}
