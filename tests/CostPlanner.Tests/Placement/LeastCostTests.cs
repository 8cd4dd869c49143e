using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement;
using CostPlanner.Placement.Plans;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Placement;

/// <summary>The cheapest hosts and licences. A server of 32 cores and 256 GiB promises 96 vCPUs and 226.8 GiB.</summary>
public class LeastCostTests
{
    private const decimal PerCoreOfWindows = 100;

    // 20 VMs of 20 GiB: 400 GiB. One large server promises (512 - 4) x 90 % = 457.2 GiB for 30,000, two small ones 453.6 for 18,000.
    [Fact]
    public void More_small_servers_are_bought_where_they_cost_less()
    {
        var plan = Plan(Vms(20, 20), [Model("large", 512, 30_000), Model("small", 256, 9_000)], failures: 0);
        Assert.Equal(["small", "small"], plan.Servers.Select(load => load.Server.Bought!.Id));
        Assert.Equal(18_000, plan.Cost!.Cost.Amount);
        Assert.Equal(0, plan.Cost.Gap);
    }

    // 30 VMs of 20 GiB: 600 GiB. Three small servers: 27,000. One large and one small: 457.2 + 226.8 = 684 for 26,000.
    [Fact]
    public void Models_are_mixed_where_that_costs_least()
    {
        var plan = Plan(Vms(30, 20), [Model("large", 512, 17_000), Model("small", 256, 9_000)], failures: 0);
        Assert.Equal(["large", "small"], plan.Servers.Select(load => load.Server.Bought!.Id).Order(StringComparer.Ordinal));
        Assert.Equal(26_000, plan.Cost!.Cost.Amount);
    }

    // 60 VMs of 20 GiB on small servers: 11 in each, 6 servers, and one for the host that may fail: 7. Ten of them run Windows at 100 a core.
    // On any host: 7 x 32 x 100 = 22,400. Kept to the fewest hosts that survive a loss, 2: 6,400.
    [Fact]
    public void Guests_with_a_licence_are_kept_to_the_fewest_hosts()
    {
        ImmutableArray<VirtualMachine> vms = [.. Vms(50, 20), .. Enumerable.Range(0, 10).Select(i => Estate.Vm($"win{i}", 2, 20, guest: GuestFamily.WindowsServer))];
        var plan = Plan(vms, [Model("small", 256, 9_000)], failures: 1);
        var confinement = Assert.Single(plan.Confinements);
        Assert.Equal((Confinement.Windows, 2), (confinement.Licence, confinement.Hosts.Length));
        Assert.All(plan.Servers.Where(load => load.Vms.Any(vm => vm.Vm.Guest == GuestFamily.WindowsServer)), load => Assert.Contains(load.Server.Name, confinement.Hosts));
        Assert.Equal((7, 7), (plan.Servers.Length, plan.LowerBound));
        Assert.Equal((7 * 9_000) + 6_400, plan.Cost!.Cost.Amount);
        Assert.Equal((7 * 9_000) + 22_400, plan.Cost.Spread!.Value.Amount);
        Assert.True(plan.Holds);
    }

    // The same estate with ten Red Hat guests, 1,000 for each host. Two hosts survive a loss: where a host pays from 5 VMs on, two pay from 10 on, and the
    // ten are kept to two hosts. Where it pays from 6 VMs on, two pay from 12 on: each is subscribed alone, wherever it runs.
    [Theory]
    [InlineData(5, 2)]
    [InlineData(6, 0)]
    public void Guests_too_few_to_pay_for_a_host_are_left_where_they_are(int least, int kept)
    {
        ImmutableArray<VirtualMachine> vms = [.. Vms(50, 20), .. Enumerable.Range(0, 10).Select(i => Estate.Vm($"rhel{i}", 2, 20, guest: GuestFamily.RedHat))];
        var question = Question(vms, [Model("small", 256, 9_000)], failures: 1);
        var plan = ClusterPlacement.Plan(question with { Terms = question.Terms with { Systems = [new CountedSystem(Confinement.RedHat, least)], Cost = WithRedHat } });
        Assert.Equal(kept, plan.Confinements.FirstOrDefault(each => each.Licence == Confinement.RedHat)?.Hosts.Length ?? 0);
    }

    [Fact]
    public void Where_a_price_is_missing_the_fewest_hosts_are_taken_and_a_finding_says_so()
    {
        var question = Question(Vms(20, 20), [Model("large", 512, null), Model("small", 256, 9_000)], failures: 0);
        var plan = ClusterPlacement.Plan(question);
        Assert.Null(plan.Cost);
        Assert.Single(plan.Servers);
        Assert.Contains(
            PlacementFindings.Of([(Estate.Option("a", PlatformFamily.Kvm), new EstatePlan([plan]))]),
            finding => finding.Code == "least-cost-not-sought");
    }

    /// <summary>More models to choose from never make the cheapest plan dearer, on estates drawn at random.</summary>
    [Fact]
    public void More_choice_never_costs_more()
    {
        var random = new System.Random(7);
        for (var estate = 0; estate < 20; estate++)
        {
            var vms = Enumerable.Range(0, random.Next(5, 40)).Select(i => Estate.Vm($"vm{i:00}", random.Next(1, 8), random.Next(2, 40), guest: random.Next(3) == 0 ? GuestFamily.WindowsServer : GuestFamily.OtherLinux)).ToImmutableArray();
            ImmutableArray<ServerModel> models = [Model("a", 256, random.Next(5_000, 12_000)), Model("b", 512, random.Next(8_000, 20_000))];
            var both = Plan(vms, models, 1).Cost!.Cost.Amount;
            Assert.True(both <= Plan(vms, [models[0]], 1).Cost!.Cost.Amount);
            Assert.True(both <= Plan(vms, [models[1]], 1).Cost!.Cost.Amount);
        }
    }

    private static ClusterPlan Plan(ImmutableArray<VirtualMachine> vms, ImmutableArray<ServerModel> models, int failures) =>
        ClusterPlacement.Plan(Question(vms, models, failures));

    private static ClusterQuestion Question(ImmutableArray<VirtualMachine> vms, ImmutableArray<ServerModel> models, int failures) => new(
        "C",
        0,
        [.. vms.Select(vm => new VmDemand(vm, vm.VCpus, vm.Memory, ByteSize.Zero))],
        [],
        new PlacementTerms
        {
            Platform = PlatformFamily.Kvm,
            Assumptions = Assumed.Plain,
            Failures = failures,
            NewHosts = models,
            Systems = [new CountedSystem(Confinement.Windows)],
            Cost = Cost,
            Rules = new PlacementRules { Objective = Objective.LeastCost },
        });

    /// <summary>The price of the server, and Windows for all its cores where a guest needs it.</summary>
    private static Money? Cost(PlannedHost server, ImmutableArray<VirtualMachine> guests) => server.Bought!.Price is not { } price
        ? null
        : guests.Any(vm => vm.Guest == GuestFamily.WindowsServer) ? price + new Money(PerCoreOfWindows * server.Cores, Currency.Euro) : price;

    private static Money? WithRedHat(PlannedHost server, ImmutableArray<VirtualMachine> guests) =>
        Cost(server, []) is { } cost && guests.Any(vm => vm.Guest == GuestFamily.RedHat) ? cost + new Money(1000, Currency.Euro) : Cost(server, []);

    private static ServerModel Model(string id, int memoryGiB, decimal? price) => Estate.Model(id, memoryGiB: memoryGiB, price: price);

    private static ImmutableArray<VirtualMachine> Vms(int count, int memoryGiB) =>
        [.. Enumerable.Range(0, count).Select(i => Estate.Vm($"vm{i:000}", 2, memoryGiB))];
}
