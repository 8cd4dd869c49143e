namespace CostPlanner.Model;

/// <summary>Whether a renewal of today's products is ordered late, which vendors add a surcharge for.</summary>
public enum LateRenewal
{
    /// <summary>Where today's contract has ended before the scenario's day, and needs no notice: who renews is late already.</summary>
    WhenLate,

    /// <summary>Never: the vendor waives it.</summary>
    Never,

    /// <summary>Always: it will be late.</summary>
    Always,
}
