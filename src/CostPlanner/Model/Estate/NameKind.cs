using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>What a masked name names; the ordinals begin with it.</summary>
public static class NameKind
{
    /// <summary>A virtual machine.</summary>
    public const string Vm = "vm";

    /// <summary>A physical server.</summary>
    public const string Host = "host";

    /// <summary>A cluster.</summary>
    public const string Cluster = "cluster";

    /// <summary>A data centre.</summary>
    public const string Datacenter = "datacenter";

    /// <summary>A datastore.</summary>
    public const string Datastore = "datastore";

    /// <summary>A vCenter, or other manager.</summary>
    public const string VCenter = "vcenter";

    /// <summary>A rule of the source that keeps VMs apart.</summary>
    public const string Rule = "rule";

    /// <summary>The domain of full host names.</summary>
    public const string Domain = "domain";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } = [Vm, Host, Cluster, Datacenter, Datastore, VCenter, Rule, Domain];
}
