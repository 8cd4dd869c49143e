namespace CostPlanner.Model;

/// <summary>The kind of guest operating system, as far as its licence goes.</summary>
public enum GuestFamily
{
    /// <summary>The source did not say.</summary>
    Unknown,

    /// <summary>Windows Server: licensed by the cores of the hosts it may run on.</summary>
    WindowsServer,

    /// <summary>Windows for desktops: not covered by a Windows Server licence.</summary>
    WindowsDesktop,

    /// <summary>Red Hat Enterprise Linux: a paid subscription.</summary>
    RedHat,

    /// <summary>SUSE Linux Enterprise: a paid subscription.</summary>
    Suse,

    /// <summary>Oracle Linux.</summary>
    OracleLinux,

    /// <summary>Any other Linux.</summary>
    OtherLinux,

    /// <summary>Something else: a BSD, Solaris, an appliance.</summary>
    Other,
}
