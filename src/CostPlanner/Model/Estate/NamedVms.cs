namespace CostPlanner.Model;

/// <summary>VMs as a finding names them.</summary>
internal static class NamedVms
{
    private const int MostNamed = 3;

    /// <summary>The first few names, and how many more there are.</summary>
    public static Message Some(IReadOnlyCollection<VirtualMachine> vms) => NamesShown.Of([.. vms.Select(vm => vm.Name)], MostNamed);
}
