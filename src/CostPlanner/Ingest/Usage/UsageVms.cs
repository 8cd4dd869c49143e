using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Usage;

/// <summary>Finds the VM that a series speaks of, and how much of a core its figures of CPU are.</summary>
internal sealed class UsageVms
{
    private const double Percent = 100;
    private readonly Dictionary<string, VirtualMachine> byId;
    private readonly ILookup<string, VirtualMachine> byName;
    private readonly Dictionary<string, Host> hosts;
    private readonly Dictionary<string, VmSamples> samples = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Message> unknown = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Message> shared = new(StringComparer.Ordinal);
    private readonly SortedSet<string> speedless = new(StringComparer.Ordinal);

    /// <summary>The VMs of an inventory.</summary>
    public UsageVms(Inventory inventory)
    {
        byId = inventory.Vms.ToDictionary(vm => vm.Id, StringComparer.Ordinal);
        byName = inventory.Vms.ToLookup(vm => vm.Name, StringComparer.OrdinalIgnoreCase);
        hosts = inventory.Hosts.DistinctBy(host => host.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(host => host.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Names that the inventory does not have, as they may be printed.</summary>
    public IReadOnlyCollection<Message> Unknown => unknown.Values;

    /// <summary>Names that stand for several VMs, so that no series of that name can be given to one.</summary>
    public IReadOnlyCollection<Message> Shared => shared.Values;

    /// <summary>VMs with figures in MHz, and nothing that says how fast their cores are.</summary>
    public IReadOnlyCollection<string> Speedless => speedless;

    /// <summary>What was read, in the order of the inventory.</summary>
    public List<VmSamples> Read(Inventory inventory) =>
        [.. inventory.Vms.Select(vm => samples.GetValueOrDefault(vm.Id)).OfType<VmSamples>().Where(each => each.Count > 0)];

    /// <summary>Where the samples of a name go; null for a name that is no VM's, or that of several. An id goes before a name.</summary>
    public VmSamples? Of(string name)
    {
        if (!byId.TryGetValue(name, out var vm))
        {
            VirtualMachine[] named = [.. byName[name].Take(2)];
            if (named is not [var only])
            {
                var shown = NameMask.Shown(name);
                (named.Length == 0 ? unknown : shared).TryAdd(shown.ToString(), shown);
                return null;
            }

            vm = only;
        }

        if (!samples.TryGetValue(vm.Id, out var found))
        {
            samples.Add(vm.Id, found = new VmSamples(vm));
        }

        return found;
    }

    /// <summary>
    /// Busy cores for each unit of a measure: a share of the VM's vCPUs, or of the MHz of one core. That is its capacity by its vCPUs,
    /// or the speed of its host; null where neither is known.
    /// </summary>
    public double? CoresFor(VirtualMachine vm, CpuMeasure measure)
    {
        switch (measure)
        {
            case CpuMeasure.Cores:
                return 1;
            case CpuMeasure.Percent:
                return vm.VCpus / Percent;
            default:
                var host = vm.Host is null ? null : hosts.GetValueOrDefault(vm.Host);
                if ((vm.CpuCapacity?.Each(vm.VCpus) ?? host?.CoreSpeed) is { } core)
                {
                    return 1 / (double)core.MHz;
                }

                speedless.Add(vm.Name);
                return null;
        }
    }
}
