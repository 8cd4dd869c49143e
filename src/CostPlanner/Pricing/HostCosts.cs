using System.Collections.Concurrent;
using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Running;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Pricing;

/// <summary>What a host costs over the horizon, for placement that looks for the least cost.</summary>
/// <remarks>
/// <para>
/// The cost sheet's own lines, for an order of so many equal hosts, divided by their number. So what is sold for the whole order is shared
/// among them: a minimum per order, a kit for several hosts, a product that is bought once. For one host it is what the cost sheet of a plan of that
/// host says, exactly; staff, migration and training do not depend on hosts and are left out.
/// </para>
/// <para>
/// A licence of VMs, wherever they run, is counted for those that may be on the host at once. Over the hosts of a pool that is more than the sheet
/// counts, which counts each VM once: so for Red Hat guests the cheaper of both subscriptions is chosen here for each kind of host, a little too
/// often that of the host. The sheet of the plan chooses again, by the cluster.
/// </para>
/// <para>Licences are reckoned from the first month on: today's contract, licences that are owned and the months of a move are not looked at.</para>
/// <para>As in the sheet each line is booked in whole units of the currency: a host is off by half a unit / hosts for each line at most.</para>
/// <para>What was worked out is kept by kind of server and by what its licences look at of its guests, so that asking often is cheap; it may be asked from
/// several threads.</para>
/// </remarks>
public sealed class HostCosts
{
    private readonly ImmutableArray<GuestLicence> licences;
    private readonly bool countsVms;
    private readonly bool countsVmMemory;
    private readonly ImmutableArray<bool> countsVmCpus;
    private readonly Part alone;
    private readonly Part? windows;
    private readonly Part? redHat;
    private readonly ImmutableArray<Part> carried;
    private readonly ConcurrentDictionary<string, ImmutableArray<int>> carriers = new(StringComparer.Ordinal);

    private HostCosts(CostBasis basis, ScenarioOption option, int hosts)
    {
        licences = basis.Scenario.Placement.GuestLicences;
        var rules = option.Licences.Select(product => ProductPrice.Of(basis, product).Row.Rule).ToList();
        countsVms = rules.Exists(rule => LicenceMetrics.CountsVms(rule) || LicenceMetrics.LimitsVms(rule));
        countsVmMemory = rules.Exists(rule => LicenceMetrics.CountsVmMemory(rule) || LicenceMetrics.LimitsVmMemory(rule));
        countsVmCpus = [.. licences.Select(licence => LicenceMetrics.CountsVmCpus(ProductPrice.Of(basis, licence.Product).Row.Rule))];
        alone = new Part(basis, hosts, (servers, estate) =>
            [.. OptionCosts.Platform(basis, option, estate), .. HardwareLines.Of(basis, servers), .. EnergyLines.Of(basis, servers)]);
        windows = basis.Scenario.Windows is { } editions ? new Part(basis, hosts, (_, estate) => WindowsLines.Of(basis, editions, estate)) : null;
        redHat = basis.Scenario.RedHat is not null ? new Part(basis, hosts, (_, estate) => RedHatLines.Of(basis, option, [estate])) : null;
        carried = [.. licences.Select(licence => new Part(basis, hosts, (_, estate) => [.. GuestLicenceLines.Of(basis, licence, estate)]))];
    }

    /// <summary>The cost of a host under an option.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="option">The option.</param>
    /// <param name="hosts">Equal hosts in an order, 1 and above; what is sold for the whole order is shared among them.</param>
    public static HostCost Of(CostBasis basis, ScenarioOption option, int hosts)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(hosts, 1);

        // A host is reckoned as if its licences were bought: what is owned goes with the estate, not with a host, and moves no VM.
        var asBought = basis.Scenario.Owned.All.IsEmpty ? basis : basis with { Scenario = basis.Scenario with { Owned = OwnedLicences.Unsaid } };
        return new HostCosts(asBought, option, hosts).Cost;
    }

    private Money? Cost(PlannedHost server, ImmutableArray<VirtualMachine> guests)
    {
        var (vms, windowsVms, redHatVms, carrying) = Count(guests);
        var sum = alone.Of(server, countsVms ? vms : 0, countsVms ? windowsVms : 0, countsVmMemory ? MemoryOf(guests) : []);
        if (windows is not null && windowsVms > 0)
        {
            sum = Sum(sum, windows.Of(server, vms: 0, windowsVms));
        }

        if (redHat is not null && redHatVms > 0)
        {
            sum = Sum(sum, redHat.Of(server, redHatVms, windowsVms: 0));
        }

        for (var licence = 0; licence < carrying.Length; licence++)
        {
            sum = carrying[licence] == 0
                ? sum
                : Sum(sum, carried[licence].Of(server, carrying[licence], carrying[licence], cpus: countsVmCpus[licence] ? CpusOf(guests, licence) : []));
        }

        return sum;
    }

    private ImmutableArray<int> CpusOf(ImmutableArray<VirtualMachine> guests, int licence) =>
        [.. guests.Where(vm => vm.Runs && licences[licence].IsCarriedBy(vm)).Select(vm => vm.VCpus).Order()];

    /// <summary>By size, so that the same sizes are known again in whatever order guests come.</summary>
    private static ImmutableArray<ByteSize> MemoryOf(ImmutableArray<VirtualMachine> guests) => [.. LicensedHosts.MemoryOf(guests.Where(vm => vm.Runs)).Order()];

    private static Money? Sum(Money? left, Money? right) => left is { } one && right is { } other ? one + other : null;

    private (int Vms, int WindowsVms, int RedHatVms, int[] Carrying) Count(ImmutableArray<VirtualMachine> guests)
    {
        var (vms, windowsVms, redHatVms, carrying) = (0, 0, 0, new int[licences.Length]);
        foreach (var vm in guests)
        {
            if (!vm.Runs)
            {
                continue;
            }

            vms++;
            windowsVms += LicensedHosts.IsWindowsServer(vm) ? 1 : 0;
            redHatVms += LicensedHosts.IsRedHat(vm) ? 1 : 0;
            foreach (var licence in licences.IsEmpty ? [] : carriers.GetOrAdd(vm.Id, (_, guest) => CarriedBy(guest), vm))
            {
                carrying[licence]++;
            }
        }

        return (vms, windowsVms, redHatVms, carrying);
    }

    private ImmutableArray<int> CarriedBy(VirtualMachine vm) => [.. Enumerable.Range(0, licences.Length).Where(index => licences[index].IsCarriedBy(vm))];

    /// <summary>A part of the cost, kept for each kind of server and number of VMs.</summary>
    private sealed class Part(CostBasis basis, int hosts, Func<ServerCounts, LicensedEstate, ImmutableArray<CostLine>> lines)
    {
        private readonly ConcurrentDictionary<Kind, Money?> known = new();

        public Money? Of(PlannedHost server, int vms, int windowsVms, ImmutableArray<ByteSize> memory = default, ImmutableArray<int> cpus = default)
        {
            var kind = new Kind(
                server.Sockets, server.CoresPerSocket, server.Memory, server.RawStorage, server.CpuModel, server.Bought?.Id, vms, windowsVms,
                memory.IsDefaultOrEmpty ? "" : string.Join(' ', memory.Select(each => each.Bytes)),
                cpus.IsDefaultOrEmpty ? "" : string.Join(' ', cpus));
            return known.TryGetValue(kind, out var before) ? before : known.GetOrAdd(kind, Work(server, vms, windowsVms, memory, cpus));
        }

        private Money? Work(PlannedHost server, int vms, int windowsVms, ImmutableArray<ByteSize> memory, ImmutableArray<int> cpus)
        {
            var host = LicensedHosts.Host(server, vms, windowsVms) with { VmMemory = memory.IsDefault ? [] : memory, VmCpus = cpus.IsDefault ? [] : cpus };
            var estate = new LicensedEstate([.. Enumerable.Repeat(host, hosts)]);
            var sheet = new CostSheet(basis.Scenario.Currency, basis.Months, LinesOverTime.Steady(basis, lines(new ServerCounts([(server, hosts)]), estate)));
            return sheet.IsComplete ? sheet.Total / hosts : null;
        }
    }

    /// <summary>
    /// All that the cost of a server and its guests depends on; the memory of guests as sizes in bytes, their vCPUs where a licence counts them.
    /// </summary>
    private readonly record struct Kind(
        int Sockets,
        int CoresPerSocket,
        ByteSize Memory,
        ByteSize RawStorage,
        string? CpuModel,
        string? Bought,
        int Vms,
        int WindowsVms,
        string VmMemory,
        string VmCpus);
}
