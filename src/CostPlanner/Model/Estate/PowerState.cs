namespace CostPlanner.Model;

/// <summary>Whether a VM runs.</summary>
public enum PowerState
{
    /// <summary>The source did not say, or in words that are not known: such a VM counts as running.</summary>
    Unknown,

    /// <summary>Running.</summary>
    On,

    /// <summary>Shut down.</summary>
    Off,

    /// <summary>Suspended: holds storage, not CPU or memory.</summary>
    Suspended,
}

/// <summary>What a power state means for the sizing.</summary>
public static class PowerStates
{
    extension(PowerState state)
    {
        /// <summary>Whether CPU and memory are counted: also where the state is not known, for what may run needs room.</summary>
        public bool CountsAsRunning => state is PowerState.On or PowerState.Unknown;
    }
}
