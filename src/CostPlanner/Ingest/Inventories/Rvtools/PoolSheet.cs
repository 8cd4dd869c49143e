using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>vRP: what the resource pools say of the VMs of their cluster, or of the host that stands alone, held against the VMs read.</summary>
/// <remarks>
/// Nobody documents whether a pool counts the VMs of the pools in it, whether its vCPUs are those of VMs powered on, nor what "Mem Configured" is. So a figure
/// is right when the root pool has it or all pools together do, vCPUs are right both ways, and memory is not looked at. Templates are in no pool.
/// </remarks>
internal static class PoolSheet
{
    private const string Hosts = "host"; // the folder of a data centre's clusters and hosts, in every language
    private const string Root = "Resources"; // the pool that each cluster and each host has
    private const int MostVms = 1_000_000;
    private static readonly SheetColumn Path = new("Resource Pool path", "Resource pool");
    private static readonly SheetColumn Total = new("# VMs total");
    private static readonly SheetColumn PoweredOn = new("# VMs");
    private static readonly SheetColumn VCpus = new("# vCPUs");
    private static readonly ManagerColumns Manager = VmColumns.Info.Manager;

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("vRP", [Path, Total, PoweredOn, VCpus, .. Manager.All]) { Signature = [Path, PoweredOn, VCpus] };

    /// <summary>Compares the pools with the VMs; each cluster or host that differs is a finding with both figures.</summary>
    /// <param name="table">The sheet; null where the export has none.</param>
    /// <param name="inventory">The VMs, with their final clusters and hosts.</param>
    /// <param name="names">The names of the clusters.</param>
    /// <param name="vmSheet">The name of the sheet of the VMs.</param>
    /// <param name="log">Takes the findings.</param>
    public static void Check(SheetTable? table, Inventory inventory, ClusterNames names, string vmSheet, ReadingLog log)
    {
        if (table is null)
        {
            return;
        }

        var homes = new PoolHomes(inventory, names, log.Names);
        var pools = Read(table, homes, log);
        var stated = pools.Where(pool => pool.Home is not null).ToLookup(pool => pool.Home!);
        foreach (var group in stated)
        {
            // Without its root pool, the VMs outside all pools are in no figure.
            if (group.FirstOrDefault(pool => pool.IsRoot) is { } root
                && Differences(table, root, [.. group], homes.VmsOf(group.Key), homes.Elsewhere(stated.Contains)) is { Count: > 0 } differences)
            {
                log.Add(
                    Severity.Warning, "pool-sums-disagree",
                    Message.Of(
                        "pool-sums-disagree",
                        ("home", group.Key.Name), ("sheet", table.Name), ("vms", vmSheet), ("figures", Message.List(differences))),
                    root.Row.Place, Message.Of("pool-sums-disagree.done", ("vms", vmSheet)),
                    Message.Of("pool-sums-disagree.mend", ("vms", vmSheet)), onFirstPage: true);
            }
        }
    }

    private static List<Pool> Read(SheetTable table, PoolHomes homes, ReadingLog log)
    {
        var pools = new List<Pool>();
        var unplaced = new List<SheetRow>();
        var listed = new HashSet<(string, string?)>();
        foreach (var row in table.Rows)
        {
            string[] steps = [.. (row.Text(Path) ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
            var hosts = Array.FindIndex(steps, step => step.Equals(Hosts, StringComparison.OrdinalIgnoreCase));
            var root = Array.FindIndex(steps, Math.Min(steps.Length, Math.Max(hosts, 0) + 2), step => step.Equals(Root, StringComparison.OrdinalIgnoreCase));
            var vCenter = log.Managers.Of(row, Manager);
            if (root < 0)
            {
                unplaced.Add(row);
            }
            else if (!listed.Add((string.Join('/', steps).ToUpperInvariant(), vCenter)))
            {
                log.SetAside(row, Path, "pool-twice", Message.Of("pool-twice"), Message.Of("pool-twice.mend"));
            }
            else
            {
                var datacenter = hosts > 0 ? steps[hosts - 1] : hosts < 0 ? steps[0] : null;
                pools.Add(new Pool(
                    row, homes.Of(steps[root - 1], datacenter, vCenter), root == steps.Length - 1, Count(Total), Count(PoweredOn), Count(VCpus)));
            }

            int? Count(SheetColumn column) =>
                row.Text(column) is not null && log.Value(row, column) is >= 0 and <= MostVms and var count && decimal.IsInteger(count) ? (int)count : null;
        }

        log.CountRows(table, pools.Count);
        log.About(
            unplaced, Path, Severity.Note, "pools-not-placed",
            Message.Of("pools-not-placed", ("pools", unplaced.Count), ("sheet", table.Name), ("rows", ReadingWords.Rows(unplaced))),
            Message.Of("pools-not-placed.done"));
        return pools;
    }

    /// <summary>Each figure that is right neither way, the stated one first; empty where all agree.</summary>
    private static List<Message> Differences(SheetTable table, Pool root, List<Pool> all, ImmutableArray<VirtualMachine> vms, int elsewhere)
    {
        var real = vms.Where(vm => !vm.IsTemplate).ToList();
        var on = real.Where(vm => vm.Power.CountsAsRunning).ToList();
        var surelyOn = on.Where(vm => vm.Power == PowerState.On).ToList();
        (int, int)[] total = [(real.Count, real.Count + elsewhere), (vms.Length, vms.Length + elsewhere)];
        (int, int) running = (surelyOn.Count, on.Count + elsewhere);
        (int, int)[] vCpus = [(Sum(surelyOn), Sum(on)), (Sum(real), Sum(real)), (Sum(vms), Sum(vms))];
        return new[]
        {
            Differs(pool => pool.Vms, Message.Of("pool.vms"), real.Count, total),
            table.Has(Total)
                ? Differs(pool => pool.PoweredOn, Message.Of("pool.on"), on.Count, [running])
                : Differs(pool => pool.PoweredOn, Message.Of("pool.vms"), on.Count, [running, .. total]),
            elsewhere > 0 ? null : Differs(pool => pool.VCpus, Message.Of("pool.vcpus"), Sum(on), vCpus),
        }.OfType<Message>().ToList();

        static int Sum(IEnumerable<VirtualMachine> some) => some.Sum(vm => vm.VCpus);

        Message? Differs(Func<Pool, int?> figure, Message what, int read, (int Least, int Most)[] right)
        {
            if (all.Exists(pool => figure(pool) is null))
            {
                return null;
            }

            var (own, sum) = (figure(root)!.Value, all.Sum(pool => figure(pool)!.Value));
            var together = sum == own ? Message.None : Message.Of("pool-figure.together", ("sum", sum));
            return Array.Exists(right, range => IsIn(own, range) || IsIn(sum, range))
                ? null
                : Message.Of("pool-figure", ("stated", own), ("what", what), ("together", together), ("read", read));
        }

        static bool IsIn(int figure, (int Least, int Most) range) => figure >= range.Least && figure <= range.Most;
    }

    private sealed record Pool(SheetRow Row, PoolHome? Home, bool IsRoot, int? Vms, int? PoweredOn, int? VCpus);
}
