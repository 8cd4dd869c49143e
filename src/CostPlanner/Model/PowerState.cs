namespace CostPlanner.Model;

/// <summary>Whether a VM runs.</summary>
public enum PowerState
{
    /// <summary>The source did not say.</summary>
    Unknown,

    /// <summary>Running.</summary>
    On,

    /// <summary>Shut down.</summary>
    Off,

    /// <summary>Suspended: holds storage, not CPU or memory.</summary>
    Suspended,
}
