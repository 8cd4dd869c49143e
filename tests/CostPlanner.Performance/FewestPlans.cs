using CostPlanner.Demand;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Performance;

/// <summary>Pools of VMs whose sizes are multiples of 1, 2 or 4 GiB, on new hosts that are none, and how many of their plans are proven the fewest.</summary>
internal static class FewestPlans
{
    private const int Pools = 171;
    private static readonly int[] Grains = [1, 2, 4];
    private static readonly int[] HostGiB = [512, 768, 1024];
    private static readonly decimal[] Targets = [5m / 6, 0.8m, 0.9m];

    /// <summary>The result table.</summary>
    public static IEnumerable<string> Rows(string root)
    {
        var known = Catalogues.Read(Path.Combine(root, "data")).Value!;
        var random = new Random(1);
        List<(int Grain, ClusterPlan Plan, int BySums)> plans = [.. Enumerable.Range(0, Pools).Select(number => Grains[number % Grains.Length]).Select(grain => Planned(known, grain, random))];
        yield return "";
        yield return "| Sizes are multiples of | Pools | As few as the sums ask for | Proven the fewest | One more than the bound | Two or more | Bound above the plan |";
        yield return "| --- | --- | --- | --- | --- | --- | --- |";
        foreach (var alike in plans.GroupBy(each => each.Grain))
        {
            var over = alike.Select(each => each.Plan.Servers.Length - each.Plan.LowerBound).ToList();
            yield return FormattableString.Invariant(
                $"| {alike.Key} GiB | {over.Count} | {alike.Count(each => each.Plan.Servers.Length == each.BySums)} | {over.Count(each => each == 0)} | {over.Count(each => each == 1)} | {over.Count(each => each > 1)} | {over.Count(each => each < 0)} |");
        }
    }

    /// <summary>A pool's plan, and the hosts that the sum of memory alone asks for.</summary>
    private static (int Grain, ClusterPlan Plan, int BySums) Planned(Catalogues known, int grain, Random random)
    {
        var largest = random.Next(8, 33);
        ByteSize Size() => ByteSize.FromGiB((long)grain * random.Next(1, Math.Max(2, largest * 4 / grain)));
        var assumptions = known.Assumptions.With(
        [
            Set(AssumptionIds.MemoryTarget, Targets[random.Next(Targets.Length)]), Set(AssumptionIds.KvmReservedMemory, 0), Set(AssumptionIds.CpuOvercommit, 16),
        ]);
        var model = known.Hosts.Find("two-socket-64c-1024g")! with { Memory = ByteSize.FromGiB(HostGiB[random.Next(HostGiB.Length)]) };
        var question = new ClusterQuestion(
            "C", 0, [.. Enumerable.Range(0, random.Next(40, 300)).Select(number => Demand(number, Size()))], [], new PlacementTerms
            {
                Platform = PlatformFamily.Kvm, Assumptions = assumptions, Failures = random.Next(2), Policy = HostPolicy.Refresh, NewHosts = [model],
            });
        var promised = question.Terms.CapacityOf(EstateServers.New(model, "C", 1)).Memory;
        return (grain, ClusterPlacement.Plan(question), (int)decimal.Ceiling((decimal)question.Demands.Sum(vm => vm.Memory.Bytes) / promised.Bytes) + question.Terms.Failures);
    }

    private static AssumptionOverride Set(string id, decimal value) => new(id, value, new Provenance("made up", "2026-11-30", Grade.A, "made up"));

    private static VmDemand Demand(int number, ByteSize memory)
    {
        var name = FormattableString.Invariant($"vm{number:000}");
        return new VmDemand(
            new VirtualMachine { Name = name, Id = name, Power = PowerState.On, VCpus = 2, Memory = memory, Disk = ByteSize.Zero, Cluster = "C", Origin = new SourcePlace("made up") }, 2, memory, ByteSize.Zero);
    }
}
