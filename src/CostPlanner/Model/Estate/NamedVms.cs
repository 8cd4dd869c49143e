namespace CostPlanner.Model;

/// <summary>VMs in the words of a finding.</summary>
internal static class NamedVms
{
    private const int MostNamed = 3;

    /// <summary>The first few names, and how many more there are.</summary>
    public static string Some(IReadOnlyCollection<VirtualMachine> vms)
    {
        var names = string.Join(", ", vms.Take(MostNamed).Select(vm => vm.Name));
        return vms.Count > MostNamed ? FormattableString.Invariant($"{names} and {vms.Count - MostNamed} more") : names;
    }

    /// <summary>"1 VM", "12 VMs".</summary>
    public static string Count(IReadOnlyCollection<VirtualMachine> vms) => FormattableString.Invariant($"{vms.Count:#,0} {(vms.Count == 1 ? "VM" : "VMs")}");
}
