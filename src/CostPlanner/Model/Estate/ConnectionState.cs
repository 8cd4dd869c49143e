namespace CostPlanner.Model;

/// <summary>What the manager of the platform (vCenter, say) knows of a VM at the moment of the export.</summary>
/// <remarks>The words are those of the vSphere API, VirtualMachineConnectionState.</remarks>
public enum ConnectionState
{
    /// <summary>The manager sees it.</summary>
    Connected,

    /// <summary>Its host is out of reach: what is said of the VM is the last that was known, and it may well run.</summary>
    Disconnected,

    /// <summary>Its configuration file cannot be read: a datastore is away.</summary>
    Inaccessible,

    /// <summary>The manager remembers it, and the host that it was on does not.</summary>
    Orphaned,

    /// <summary>Its configuration is damaged.</summary>
    Invalid,
}
