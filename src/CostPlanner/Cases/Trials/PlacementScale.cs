using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Cases.Trials;

/// <summary>
/// How much more of its hosts an estate needs in a year, under other assumptions, than today under those of the point case: by CPU, memory and storage inside
/// hosts; 1 is as much.
/// </summary>
/// <param name="Cpu">Demand over capacity, against the same at the point.</param>
/// <param name="Memory">The same for memory.</param>
/// <param name="Storage">The same for storage inside hosts.</param>
/// <remarks>
/// Twenty assumptions and the growth to a year move these three figures and nothing else: what a host may promise, and what a VM needs. VMs that grow
/// by a tenth need the hosts that they need on hosts which promise a tenth less. So plans are reused by them.
/// </remarks>
public readonly record struct PlacementScale(decimal Cpu, decimal Memory, decimal Storage)
{
    private const decimal Likely = 1;

    /// <summary>As at the point.</summary>
    public static PlacementScale Point { get; } = new(Likely, Likely, Likely);

    /// <summary>Rounded to the nearest step of a grid on which each step is larger by the same share than the one before; the point is on it.</summary>
    public PlacementScale Rounded(double step) => new(Rounded(Cpu, step), Rounded(Memory, step), Rounded(Storage, step));

    /// <summary>The assumptions of the point case, changed so that hosts are as scarce as this says.</summary>
    public AssumptionSet Of(AssumptionSet point, Provenance provenance) => point.With(
    [
        new AssumptionOverride(AssumptionIds.CpuTarget, point.Of(AssumptionIds.CpuTarget) / Cpu, provenance),
        new AssumptionOverride(AssumptionIds.MemoryTarget, point.Of(AssumptionIds.MemoryTarget) / Memory, provenance),
        new AssumptionOverride(AssumptionIds.StorageTarget, point.Of(AssumptionIds.StorageTarget) / Storage, provenance),
        new AssumptionOverride(AssumptionIds.VsanFill, point.Of(AssumptionIds.VsanFill) / Storage, provenance),
    ]);

    /// <summary>A factor rounded to the nearest step of such a grid.</summary>
    internal static decimal Rounded(decimal scale, double step) => Step(Math.Round(Math.Log((double)scale) / Math.Log(1 + step)), step);

    /// <summary>A factor rounded down to a step of such a grid.</summary>
    internal static decimal RoundedDown(decimal scale, double step) => Step(Math.Floor(Math.Log((double)scale) / Math.Log(1 + step)), step);

    private static decimal Step(double steps, double step) => steps == 0 ? Likely : decimal.Round((decimal)Math.Pow(1 + step, steps), Digits);

    private const int Digits = 9;
}

/// <summary>What of an estate the scale depends on, counted once.</summary>
public sealed class ScaledEstate
{
    private readonly PlatformFamily platform;
    private readonly CpuUnit unit;
    private readonly AssumptionSet point;
    private readonly (PlannedHost Server, int Count)[] servers;
    private readonly decimal own;
    private readonly decimal linear;
    private readonly decimal vCpus;
    private readonly decimal memory;
    private readonly decimal copied;
    private readonly decimal held;
    private readonly bool hasLocal;
    private readonly (decimal Cpu, decimal Memory) before;

    /// <summary>Counts an estate.</summary>
    /// <param name="inventory">The estate.</param>
    /// <param name="demand">What its VMs need today at the point.</param>
    /// <param name="servers">The servers that may carry it.</param>
    /// <param name="platform">The platform.</param>
    /// <param name="point">The assumptions of the point case.</param>
    public ScaledEstate(Inventory inventory, EstateDemand demand, IEnumerable<PlannedHost> servers, PlatformFamily platform, AssumptionSet point)
    {
        (this.platform, this.point, unit) = (platform, point, demand.CpuUnit);
        this.servers = [.. servers
            .GroupBy(server => server with { Name = "", Cluster = "", Site = null })
            .Select(group => (group.Key, group.Count()))];
        var formula = demand.Carried.Where(each => platform != PlatformFamily.VSphere || each.Vm.MeasuredOverhead is null).Select(each => each.Vm).ToList();
        (linear, vCpus, memory) = (formula.Count, formula.Sum(vm => (decimal)vm.VCpus), formula.Sum(vm => MiB(vm.Memory)));
        own = demand.Carried.Sum(each => MiB(each.Memory)) - Overhead(point);
        var vsan = VsanDatastore.Of(inventory, point.Of(AssumptionIds.StorageCopies)).ToLookup(each => each.HoldCopies, each => MiB(each.InUse));
        (copied, held) = (vsan[false].Sum(), vsan[true].Sum());
        hasLocal = demand.Placed.Any(each => each.LocalStorage > ByteSize.Zero);
        before = Capacity(point);
    }

    /// <summary>The scale under other assumptions; the point where the estate has no server or needs nothing of a kind.</summary>
    /// <param name="drawn">The assumptions.</param>
    /// <param name="growth">What VMs need then for each unit of today's; the hypervisor's memory beside theirs does not grow.</param>
    public PlacementScale Under(AssumptionSet drawn, decimal growth = 1)
    {
        var now = Capacity(drawn);
        return new PlacementScale(
            Scale(before.Cpu, now.Cpu, growth),
            Scale(before.Memory, now.Memory, Ratio((own * growth) + Overhead(drawn), own + Overhead(point))),
            Storage(drawn, growth));
    }

    /// <summary>The scale of storage: of what lies inside single hosts, of what lies on vSAN, or the greater where there is both.</summary>
    private decimal Storage(AssumptionSet drawn, decimal growth)
    {
        var local = Scale(point.Of(AssumptionIds.StorageTarget), drawn.Of(AssumptionIds.StorageTarget), growth);
        if (Pooled(point) == 0)
        {
            return hasLocal ? local : 1;
        }

        var pooled = Scale(point.Of(AssumptionIds.VsanFill), drawn.Of(AssumptionIds.VsanFill), growth * Ratio(Pooled(drawn), Pooled(point)));
        return hasLocal ? Math.Max(local, pooled) : pooled;
    }

    private (decimal Cpu, decimal Memory) Capacity(AssumptionSet assumptions)
    {
        var (cpu, memory) = (0m, 0m);
        foreach (var (server, count) in servers)
        {
            var capacity = ServerCapacity.Of(server, platform, assumptions, unit);
            cpu += count * capacity.Cpu;
            memory += count * MiB(capacity.Memory);
        }

        return (cpu, memory);
    }

    private decimal Overhead(AssumptionSet assumptions)
    {
        var (fix, perVCpu, share) = platform == PlatformFamily.VSphere
            ? (AssumptionIds.VSphereOverheadBase, AssumptionIds.VSphereOverheadPerVCpu, AssumptionIds.VSphereOverheadShare)
            : (AssumptionIds.QemuOverheadBase, AssumptionIds.QemuOverheadPerVCpu, AssumptionIds.QemuOverheadShare);
        return (linear * assumptions.Of(fix)) + (vCpus * assumptions.Of(perVCpu)) + (memory * assumptions.Of(share));
    }

    private decimal Pooled(AssumptionSet assumptions) => held + (copied * assumptions.Of(AssumptionIds.StorageCopies));

    // A host that can promise nothing any more is as scarce as can be told.
    private static decimal Scale(decimal before, decimal now, decimal demand) =>
        before <= 0 ? 1 : now <= 0 ? Scarcest : Math.Clamp(demand * before / now, 1 / Scarcest, Scarcest);

    private static decimal Ratio(decimal now, decimal before) => before > 0 ? now / before : 1;

    private const decimal Scarcest = 1000;

    private static decimal MiB(ByteSize size) => (decimal)size.Bytes / (1 << 20);
}
