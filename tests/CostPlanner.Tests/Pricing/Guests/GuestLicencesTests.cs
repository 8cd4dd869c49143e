using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Guests;

/// <summary>Licences of guests follow where the guests may run.</summary>
public class GuestLicencesTests
{
    private const string Windows = "min-per-socket=8;min-per-host=16;cores-per-unit=16;vms-per-set=2";
    private static readonly WindowsLicences Editions = new("std", "dc");
    private static readonly ScenarioOption Option = Estate.Option("a", PlatformFamily.Kvm);
    private static readonly GuestLicence Database = new("Database", ["ora-*"], "db", new SourcePlace("test.yaml", Row: 9));

    private static readonly CostBasis Prices = ProductLinesTests.Basis(
    [
        Estate.Row("std", "windows-core-standard", 1176, Windows, LicenceKind.Perpetual),
        Estate.Row("dc", "windows-core-datacenter", 6771, Windows, LicenceKind.Perpetual),
        Estate.Row("db", "core", 100, "", LicenceKind.SubscriptionYearly),
        Estate.Row("per-vm", "vm", 10, "vms-per-unit=2", LicenceKind.SubscriptionYearly),
    ]);

    // 8 hosts of 2 x 16 cores, 160 Windows VMs, one host may fail. Spread: ceil(160 / 7) = 23 at once on each host; Standard would be 12 sets x 2 units x
    // 1,176 = 28,224 a host, Datacenter 2 units x 6,771 = 13,542: 8 x 13,542 = 108,336.
    // On 3 of them: ceil(160 / 2) = 80 at once, Datacenter again: 3 x 13,542 = 40,626.
    [Fact]
    public void Windows_on_three_hosts_needs_three_hosts_licences()
    {
        Assert.Equal([("dc", 16m, 108336m)], WindowsOf(Hosts(8, 20)));
        Assert.Equal([("dc", 6m, 40626m)], WindowsOf(Hosts(8, 0, (1, 54), (2, 53), (3, 53)), [new Confinement(Confinement.Windows, ["h1", "h2", "h3"])]));
    }

    // The third host is there for failover and runs none now: it is licensed, h4 is not.
    // 6 VMs on 3 hosts, one may fail: ceil(6 / 2) = 3 at once, 2 sets x 2 units x 1,176 = 4,704 a host, 3 hosts 14,112.
    [Fact]
    public void A_host_kept_for_failover_is_licensed_too() =>
        Assert.Equal([("std", 12m, 14112m)], WindowsOf(Hosts(4, 0, (1, 3), (2, 3)), [new Confinement(Confinement.Windows, ["h1", "h2", "h3"])]));

    // Pinned by the scenario's own rule: the same as a confinement.
    [Fact]
    public void A_rule_that_pins_guests_saves_the_licences_of_the_other_hosts()
    {
        var rule = new PlacementRule("pinned", RuleKind.RunOn, ["win-*"], ["h1", "h2", "h3"], 1, new SourcePlace("test.yaml"));
        Assert.Equal([("dc", 6m, 40626m)], WindowsOf(Hosts(8, 0, (1, 54), (2, 53), (3, 53)), [], rule));
    }

    // 10 free VMs on 4 hosts, 8 pinned on 2 of them, one host may fail: ceil(10 / 3) = 4 free ones on each, and ceil(8 / 1) = 8 pinned ones.
    [Fact]
    public void Pinned_and_free_guests_are_counted_each_by_their_own_hosts()
    {
        var rule = new PlacementRule("pinned", RuleKind.NotOn, ["win-1-*", "win-2-*"], ["h3", "h4"], 1, new SourcePlace("test.yaml"));
        var plan = PlanOf(Hosts(4, 0, (1, 4), (2, 4), (3, 5), (4, 5)), [], rule);
        var estate = LicensedHosts.Of(plan, new CaseCache());
        Assert.Equal([12, 12, 5, 5], estate.Hosts.Select(host => host.WindowsVms));
        Assert.Equal([4, 4, 5, 5], estate.Hosts.Select(host => host.Vms));
    }

    // A database on 2 of 8 hosts of 32 cores may run on all of them: 256 cores x 100 x 5 years = 128,000.
    // Confined to 3: 96 cores x 100 x 5 = 48,000.
    [Fact]
    public void A_database_by_core_counts_the_hosts_it_may_run_on()
    {
        var loads = Loads(8, index => index < 2 ? [Estate.Vm($"ora-{index}")] : [Estate.Vm($"app-{index}")]);
        var spread = Assert.Single(PaidOver.TheHorizon(With(Database), GuestLicenceLines.Of(With(Database), Plan.Of(1, loads))));
        Assert.Equal(("guest-db", CostCategory.GuestLicences, 256m, 128000m), (spread.Id, spread.Category, spread.Quantity, AmountOf(spread)));
        Assert.StartsWith("Database: ", spread.Rule.Words(), StringComparison.Ordinal);
        var confined = Assert.Single(PaidOver.TheHorizon(With(Database), GuestLicenceLines.Of(With(Database), Carrying(Plan.Of(1, [new Confinement("Database", ["h1", "h2", "h3"])], loads)))));
        Assert.Equal((96m, 48000m), (confined.Quantity, AmountOf(confined)));
    }

    // Databases run on Windows guests, and these are kept to 3 of 8 hosts: so are the databases, 3 x 32 cores, not 8 x 32.
    [Fact]
    public void The_confinement_of_another_licence_that_the_same_VMs_carry_counts()
    {
        var loads = Loads(8, index => index < 3 ? [Estate.Vm($"ora-{index}", guest: GuestFamily.WindowsServer)] : [Estate.Vm($"app-{index}")]);
        var plan = Plan.Of(1, [new Confinement(Confinement.Windows, ["h1", "h2", "h3"])], loads);
        Assert.Equal(96m, Assert.Single(GuestLicenceLines.Of(With(Database), Carrying(plan))).Quantity);
    }

    // SUSE by the socket pair, all its guests without naming one: 2 of 4 hosts pinned by a rule. One on each of the two others would make it 4.
    [Fact]
    public void All_guests_of_a_system_can_carry_a_licence()
    {
        var suse = new GuestLicence("SUSE", [], "pair", new SourcePlace("t")) { Guests = GuestFamily.Suse };
        var basis = ProductLinesTests.Basis([Estate.Row("pair", "socket-pair", 1000)]);
        basis = basis with { Scenario = basis.Scenario with { Placement = new PlacementRules { GuestLicences = [suse] } } };
        var rule = new PlacementRule("pinned", RuleKind.RunOn, ["s-*"], ["h1", "h2"], 1, new SourcePlace("t"));
        var loads = Loads(4, index => [Estate.Vm($"{(index < 2 ? "s" : "x")}-{index}", guest: index < 2 ? GuestFamily.Suse : GuestFamily.OtherLinux)]);
        Assert.Equal(2m, Assert.Single(GuestLicenceLines.Of(basis, PlanOf(loads, [], rule))).Quantity);
        Assert.Equal(4m, Assert.Single(GuestLicenceLines.Of(basis, PlanOf(loads, []))).Quantity);
    }

    // The confinement of another licence says nothing about this one.
    [Fact]
    public void Only_the_confinement_of_the_licence_itself_counts()
    {
        var loads = Loads(4, index => [Estate.Vm($"ora-{index}")]);
        Assert.Equal(128m, Assert.Single(GuestLicenceLines.Of(With(Database), Plan.Of(1, [new Confinement("Other", ["h1"])], loads))).Quantity);
    }

    // A cluster without any database VM licenses no host for it: 2 hosts x 32 cores, not 4.
    [Fact]
    public void A_cluster_that_runs_none_needs_none()
    {
        var with = Plan.Of(0, Loads(2, index => [Estate.Vm($"ora-{index}")])).Clusters[0];
        var without = Plan.Of(0, Loads(2, index => [Estate.Vm($"app-{index}")])).Clusters[0];
        Assert.Equal(64m, Assert.Single(GuestLicenceLines.Of(With(Database), new EstatePlan([with, without]))).Quantity);
        Assert.Empty(GuestLicenceLines.Of(With(Database), new EstatePlan([without])));
    }

    // 5 of the 9 VMs carry it, sold for 2 VMs each: 3 x 10 x 5 years = 150. A VM that only stores its disks carries nothing.
    [Fact]
    public void A_licence_by_VM_counts_the_VMs_that_carry_it()
    {
        var perVm = Database with { Product = "per-vm" };
        var off = Estate.Vm("ora-off") with { Power = PowerState.Off };
        var plan = Plan.Of(1, Loads(3, index => [Estate.Vm($"ora-{index}a"), .. index < 2 ? new[] { Estate.Vm($"ora-{index}b") } : [off], Estate.Vm($"app-{index}")]));
        var line = Assert.Single(PaidOver.TheHorizon(With(perVm), GuestLicenceLines.Of(With(perVm), plan)));
        Assert.Equal((3m, 150m), (line.Quantity, AmountOf(line)));
    }

    [Fact]
    public void A_guest_licence_without_a_price_is_a_hole()
    {
        var basis = ProductLinesTests.Basis([Estate.Row("db", "core", null)]);
        basis = basis with { Scenario = basis.Scenario with { Placement = new PlacementRules { GuestLicences = [Database] } } };
        var line = Assert.Single(GuestLicenceLines.Of(basis, Plan.Of(1, Loads(2, _ => [Estate.Vm("ora-1")]))));
        Assert.True(line.IsHole);
        Assert.Equal(64m, line.Quantity);
    }

    // The two plans above: 108,336 on all 8 hosts, 40,626 on 3: confining saves 67,710.
    [Fact]
    public void The_saving_is_what_the_same_guests_would_cost_on_every_host()
    {
        var basis = Prices with { Scenario = Prices.Scenario with { Windows = Editions } };
        var loads = Hosts(8, 0, (1, 54), (2, 53), (3, 53));
        Assert.Equal(new Money(67710, Currency.Euro), ConfinementSaving.Of(basis, Option, PlanOf(loads, [new Confinement(Confinement.Windows, ["h1", "h2", "h3"])])));
        Assert.Null(ConfinementSaving.Of(basis, Option, PlanOf(loads, [])));
    }

    // Three Red Hat guests: two carry a licence of Red Hat's own, one a database's alone, which leaves its system uncounted.
    // One VM would take Standard, 40 would take Datacenter.
    [Theory]
    [InlineData(1176, null, 40, "std")]
    [InlineData(null, 6771, 1, "dc")]
    public void Where_one_edition_of_Windows_has_no_price_the_other_is_taken(int? standard, int? datacenter, int vms, string expected)
    {
        var basis = ProductLinesTests.Basis([Estate.Row("std", "windows-core-standard", standard, Windows), Estate.Row("dc", "windows-core-datacenter", datacenter, Windows)]);
        var line = Assert.Single(WindowsLines.Of(basis, Editions, LicensedHosts.Of(PlanOf(Hosts(1, vms), []), new CaseCache())));
        Assert.Equal((expected, false), (line.Id, line.IsHole));
    }

    [Fact]
    public void Only_guests_whose_system_is_licensed_leave_the_list_of_those_not_counted()
    {
        var prices = new PriceBook([Estate.Row("rhel", "vm", 1) with { System = GuestFamily.RedHat }, Estate.Row("db", "core", 1)]);
        var plan = Plan.Of(0, Loads(3, index => [Estate.Vm(index < 2 ? $"rhel-{index}" : "ora-1", guest: GuestFamily.RedHat)]));
        var scenario = Estate.Scenario() with { Placement = new PlacementRules { GuestLicences = [Database, new GuestLicence("RHEL", ["rhel-*"], "rhel", Database.Place)] } };
        Assert.Contains(
            "1 × Red Hat Enterprise Linux",
            Assert.Single(PriceFindings.OfGuests(Plan.DemandOf(plan), scenario, prices)).Message.Words(),
            StringComparison.Ordinal);
        var uncounted = Assert.Single(PriceFindings.OfGuests(Plan.DemandOf(plan), Estate.Scenario(), prices));
        Assert.Equal(plan.Servers.First().Vms[0].Vm.Origin with { Row = null }, uncounted.Place);
        Assert.Contains("3 × Red Hat", uncounted.Message.Words(), StringComparison.Ordinal);
        Assert.Equal("To count them, write red_hat: with server and datacenter.", uncounted.Mend.Words());
        Assert.Empty(PriceFindings.OfGuests(Plan.DemandOf(plan), Estate.Scenario() with { RedHat = new RedHatLicences("rhel", "vdc") }, prices));
    }

    /// <summary>The plan, made under a scenario that lists the database.</summary>
    private static EstatePlan Carrying(EstatePlan plan) =>
        new([.. plan.Clusters.Select(cluster => cluster with { Rules = cluster.Rules with { GuestLicences = [Database] } })]);

    private static CostBasis With(GuestLicence licence) =>
        Prices with { Scenario = Prices.Scenario with { Placement = new PlacementRules { GuestLicences = [licence] } } };

    private static IEnumerable<(string, decimal, decimal)> WindowsOf((PlannedHost, VirtualMachine[])[] loads, ImmutableArray<Confinement>? confinements = null, params PlacementRule[] rules) =>
        PaidOver.TheHorizon(Prices, WindowsLines.Of(Prices, Editions, LicensedHosts.Of(PlanOf(loads, confinements ?? [], rules), new CaseCache())))
            .Select(line => (line.Id, line.Quantity, AmountOf(line)));

    private static EstatePlan PlanOf((PlannedHost, VirtualMachine[])[] loads, ImmutableArray<Confinement> confinements, params PlacementRule[] rules) => new(
        [.. Plan.Of(1, confinements, loads).Clusters.Select(cluster => cluster with { Rules = new PlacementRules { Rules = [.. rules] } })]);

    private static decimal AmountOf(CostLine line) => line.Amount(Currency.Euro)!.Value.Amount;

    /// <summary>So many hosts with so many Windows VMs each, some with another number.</summary>
    private static (PlannedHost, VirtualMachine[])[] Hosts(int hosts, int each, params (int Host, int Vms)[] others) => Loads(
        hosts,
        index => [.. Enumerable.Range(0, others.FirstOrDefault(other => other.Host == index + 1) is { Host: > 0 } other ? other.Vms : each)
            .Select(number => Estate.Vm($"win-{index + 1}-{number}", guest: GuestFamily.WindowsServer))]);

    private static (PlannedHost, VirtualMachine[])[] Loads(int hosts, Func<int, VirtualMachine[]> vms) =>
        [.. Enumerable.Range(0, hosts).Select(index => (Estate.Server($"h{index + 1}"), vms(index)))];
}
