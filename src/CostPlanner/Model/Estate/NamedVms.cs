namespace CostPlanner.Model;

/// <summary>VMs as a finding names them.</summary>
internal static class NamedVms
{
    private const int MostNamed = 3;

    /// <summary>The first few names, and how many more there are.</summary>
    public static Message Some(IReadOnlyCollection<VirtualMachine> vms)
    {
        var names = Message.List(vms.Take(MostNamed).Select(vm => vm.Name));
        return vms.Count > MostNamed
            ? Message.Of("names.first", ("names", names), ("more", vms.Count - MostNamed))
            : Message.Of("names.all", ("names", names));
    }
}
