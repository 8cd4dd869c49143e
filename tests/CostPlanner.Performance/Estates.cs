using System.Diagnostics;
using CostPlanner.Demand;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Ingest.Inventories;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;

namespace CostPlanner.Performance;

/// <summary>Placement of whole estates, with rules and the proof of failover, under a clock.</summary>
internal static class Estates
{
    private static readonly int[] Widths = [1, 2, 2, 2, 4, 4, 8, 16];
    private static readonly int[] GiBPerVCpu = [2, 4, 4, 8];
    private static readonly GuestFamily[] Guests = [GuestFamily.WindowsServer, GuestFamily.RedHat, GuestFamily.Suse, GuestFamily.WindowsServer, GuestFamily.OtherLinux];

    /// <summary>Rows of the result table.</summary>
    public static IEnumerable<string> Rows(string root)
    {
        var known = Catalogues.Read(Path.Combine(root, "data")).Value!;
        yield return Demo(root, known, PlacementScope.Cluster);
        yield return Demo(root, known, PlacementScope.Estate);
        yield return Large(known, 300, HostPolicy.KeepAll, 2, "10,000 VMs on 300 hosts, N+2, all pairs", "under 10 s");
        yield return Large(known, 400, HostPolicy.Reuse, 1, "10,000 VMs, fewest of 400 hosts, N+1", "-");
        yield return Large(known, 400, HostPolicy.Reuse, 2, "10,000 VMs, fewest of 400 hosts, N+2", "-");
        yield return Large(known, 400, HostPolicy.Reuse, 1, "10,000 VMs, fewest of 400 hosts and new ones, N+1", "-", offersNew: true);
        yield return Large(known, 200, HostPolicy.Reuse, 1, "10,000 VMs, 200 hosts and the fewest new ones, N+1", "-", offersNew: true);
    }

    /// <summary>The demo company with rules of every kind, and one host of each cluster lost; the second of two runs, the first compiles.</summary>
    private static string Demo(string root, Catalogues known, PlacementScope within)
    {
        var inventory = InventoryFile.Read(Path.Combine(root, "data", "inventories", "demo-company.xlsx")).Value!;
        var terms = Terms(known, HostPolicy.Reuse, 1) with { NewHosts = [known.Hosts.Models[0], known.Hosts.Models[^1]], Rules = Rules(inventory, within) };
        Plan(inventory, terms);
        var (plan, seconds) = Plan(inventory, terms);
        return Row(FormattableString.Invariant($"Demo estate{(within == PlacementScope.Cluster ? "" : " as one pool")}, {inventory.Vms.Count(vm => vm.Runs)} VMs, {terms.Rules.Rules.Length} rules, N+1"), "under 0.3 s", plan, seconds, plan.Holds && seconds < 0.3);
    }

    private static string Large(Catalogues known, int hosts, HostPolicy policy, int failures, string name, string bar, bool offersNew = false)
    {
        var terms = Terms(known, policy, failures);
        var (plan, seconds) = Plan(Large(hosts), offersNew ? terms with { NewHosts = [known.Hosts.Find("two-socket-64c-1024g")!] } : terms);
        return Row(name, bar, plan, seconds, plan.Holds && (bar == "-" || seconds < 10));
    }

    /// <summary>An estate of 10,000 VMs on hosts all alike.</summary>
    internal static Inventory Large(int hosts)
    {
        var random = new Random(1);
        return new Inventory
        {
            Files = ["made up"],
            Platform = PlatformFamily.VSphere,
            Clusters = [new Cluster { Name = "C", Origin = new SourcePlace("made up") }],
            Hosts = [.. Enumerable.Range(0, hosts).Select(Host)],
            Vms = [.. Enumerable.Range(0, 10_000).Select(number => Vm(number, random))],
        };
    }

    private static (EstatePlan Plan, double Seconds) Plan(Inventory inventory, PlacementTerms terms)
    {
        var scenario = new Scenario
        {
            Name = "", Title = "", AsOf = new DateOnly(2026, 10, 1), Currency = Currency.Euro, HorizonYears = 5, InventoryFile = "", Failover = 1, Baseline = "", Options = [],
        };
        var demand = EstateDemand.Of(inventory, scenario, terms.Platform, terms.Assumptions);
        var clock = Stopwatch.StartNew();
        var plan = EstatePlacement.Plan(inventory, demand, terms);
        return (plan, clock.Elapsed.TotalSeconds);
    }

    private static string Row(string name, string bar, EstatePlan plan, double seconds, bool reached)
    {
        var proof = FormattableString.Invariant($"{plan.Clusters.Sum(each => each.Failover.CasesTried):#,0} losses tried, {plan.Clusters.Sum(each => each.Failover.CasesWithMoves):#,0} with moves");
        return FormattableString.Invariant($"| {name} | {bar} | | {plan.HostsUsed} hosts{(plan.Holds ? "" : ", does not hold")}; {proof} | {plan.LowerBound} | | {(reached ? "yes" : "no")} | {seconds:0.00} |");
    }

    private static PlacementTerms Terms(Catalogues known, HostPolicy policy, int failures) => new()
    {
        Platform = PlatformFamily.Kvm, Assumptions = known.Assumptions, Failures = failures, Policy = policy,
    };

    private static PlacementRules Rules(Inventory inventory, PlacementScope within)
    {
        var running = inventory.Vms.Where(vm => vm.Runs).GroupBy(vm => vm.Cluster).MaxBy(group => group.Count())!.OrderBy(vm => vm.Name, StringComparer.Ordinal).ToList();
        var hosts = inventory.Hosts.Where(host => host.Cluster == running[0].Cluster).Select(host => host.Name).Order(StringComparer.Ordinal).ToList();
        return new PlacementRules
        {
            Within = within,
            VmsPerHost = 60,
            Rules =
            [
                Rule(RuleKind.KeepApart, running[..6], [], 2),
                Rule(RuleKind.KeepTogether, running[6..9], []),
                Rule(RuleKind.RunOn, running[9..14], hosts[..3]),
                Rule(RuleKind.NotOn, running[14..20], hosts[..1]),
                .. within == PlacementScope.Cluster ? Array.Empty<PlacementRule>() : [Rule(RuleKind.SpreadOverSites, running[22..24], [])],
            ],
            Devices = [new PassthroughDevice("GPU", [running[20].Name, running[21].Name], [.. hosts[..2]], 2, true, new SourcePlace("made up"))],
        };
    }

    private static PlacementRule Rule(RuleKind kind, IEnumerable<VirtualMachine> vms, IEnumerable<string> hosts, int atMost = 1) =>
        new(kind.ToString(), kind, [.. vms.Select(vm => vm.Name)], [.. hosts], atMost, new SourcePlace("made up"));

    private static VirtualMachine Vm(int number, Random random)
    {
        var width = Widths[random.Next(Widths.Length)];
        return new VirtualMachine
        {
            Name = FormattableString.Invariant($"vm{number:00000}"),
            Id = FormattableString.Invariant($"vm{number:00000}"),
            Power = PowerState.On,
            VCpus = width,
            Memory = ByteSize.FromMiB((long)width * GiBPerVCpu[random.Next(GiBPerVCpu.Length)] * random.Next(768, 1280)),
            Disk = null,
            Cluster = "C",
            Guest = Guests[number % Guests.Length],
            Origin = new SourcePlace("made up"),
        };
    }

    private static Host Host(int number) => new()
    {
        Name = FormattableString.Invariant($"host{number:000}"),
        Cluster = "C",
        Sockets = 2,
        Cores = 64,
        HyperThreading = true,
        Memory = ByteSize.FromGiB(1024),
        Origin = new SourcePlace("made up"),
    };
}
