using System.Collections.Immutable;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Ingest;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing;

/// <summary>The cost of a host is what the cost sheet says of it.</summary>
public class HostCostsTests
{
    private static readonly Catalogues Known = Catalogues.Read(DataFolder.Committed).Value!;
    private static readonly ServerModel Model = Known.Hosts.Models.First(model => model.Price is not null);
    private static readonly CostBasis Committed = new(
        Estate.Scenario() with
        {
            Windows = new WindowsLicences("windows-server-2025-standard", "windows-server-2025-datacenter"),
            RedHat = new RedHatLicences("rhel-server-standard", "rhel-vdc-standard"),
            Placement = new PlacementRules { GuestLicences = [new GuestLicence("By host", ["rhel-*"], "ubuntu-pro", new SourcePlace("t")), new GuestLicence("By VM", ["sub-*"], "rhel-server-self", new SourcePlace("t"))] },
        },
        Known.Prices,
        Known.Rates,
        Known.Cpus,
        Known.Assumptions);

    private static readonly PlannedHost Existing = Estate.Server("old") with { CpuModel = "Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz" };
    private static readonly PlannedHost Bought = Estate.Server("C new 1", Model.Sockets, Model.CoresPerSocket) with { Bought = Model, CpuModel = Model.Cpu };

    public static TheoryData<string, bool, int, int> Cases() => new(
        from product in new[] { "vmware-vvf-3y", "vmware-vcf-3y", "vmware-vcf-3y-min72", "proxmox-ve-standard", "openshift-virtualization-engine", "openshift-container-platform", "kvm-plain", "vates-vms-enterprise" }
        from isBought in new[] { false, true }
        from load in new[] { (0, 1), (7, 1), (33, 1), (7, 4), (33, 4) }
        select (product, isBought, load.Item1, load.Item2));

    // With minimum order: 32 cores on one host are billed as 72, on 4 hosts as 128. The sheet is the authority for both.
    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_the_cost_sheet_of_so_many_such_hosts_by_their_number(string product, bool isBought, int windows, int hosts)
    {
        var option = Estate.Option("a", PlatformFamily.Kvm, product);
        var server = isBought ? Bought : Existing;
        var plan = Plan.Of(0, [.. Enumerable.Range(0, hosts).Select(host => (server with { Name = $"h{host}" }, Guests(windows, $"{host}").ToArray()))]);
        var course = Plan.Course(plan, Committed.Months);
        var sheet = OptionCosts.Of(Committed, option, course, Plan.DemandOf(plan), new HostLines(Committed, course, Plan.DemandOf(plan)), new TodaysPlatform(null));
        var expected = sheet.TotalOf([.. Enum.GetValues<CostCategory>().Where(category => category != CostCategory.Staff)]);
        Assert.Equal(expected / hosts, HostCosts.Of(Committed, option, hosts)(server, Guests(windows, "0")));
    }

    // One host of 32 cores, 5 years, EUR 100 a core: an order of at least 72 cores costs 36,000 alone, and 4 such hosts 4 x 16,000.
    // Maintenance 1,000 x 5; rack 2 units x 10 x 60 months = 1,200; energy 400 W x 8,760 h x PUE 1.5 = 5,256 kWh x 0.20 x 5 = 5,256.
    [Theory]
    [InlineData(1, 36000 + 5000 + 1200 + 5256)]
    [InlineData(2, 18000 + 5000 + 1200 + 5256)]
    [InlineData(4, 16000 + 5000 + 1200 + 5256)]
    public void The_minimum_of_an_order_is_shared_by_its_hosts(int hosts, int expected) =>
        Assert.Equal(new Money(expected, Currency.Euro), Plain([Estate.Row("p", "core", 100, "min-per-socket=16;min-per-order=72")], hosts)(Estate.Server("h"), []));

    // A kit for 3 hosts of EUR 900 once: 900, 300, and for 4 hosts two kits, where two are allowed, 1,800 / 4 = 450. Bought once for all of 4: 225.
    [Theory]
    [InlineData("kit", "max-hosts=3", 1, 900)]
    [InlineData("kit", "max-hosts=3", 3, 300)]
    [InlineData("kit", "max-hosts=3;max-kits=2", 4, 450)]
    [InlineData("flat", "", 4, 225)]
    public void Kits_and_products_bought_once_are_shared(string metric, string parameters, int hosts, int expected)
    {
        var row = Estate.Row("p", metric, 900, parameters, LicenceKind.Perpetual);
        Assert.Equal(new Money(expected + 11456, Currency.Euro), Plain([row], hosts)(Estate.Server("h"), []));
    }

    // A platform sold in packs of 25 VMs at EUR 100 a year: 26 guests need 2 packs, 1,000 in 5 years; the host alone needs none.
    [Fact]
    public void A_platform_sold_by_VM_is_counted_with_the_guests()
    {
        var cost = Plain([Estate.Row("p", "vm", 100, "vms-per-unit=25")], 1);
        Assert.Equal(11456m, cost(Estate.Server("h"), [])!.Value.Amount);
        Assert.Equal(12456m, cost(Estate.Server("h"), [.. Enumerable.Range(0, 26).Select(number => Estate.Vm($"vm-{number}"))])!.Value.Amount);
    }

    [Fact]
    public void A_price_that_is_missing_makes_it_null()
    {
        Assert.Null(Plain([Estate.Row("p", "core", null)], 1)(Estate.Server("h"), []));
        Assert.Null(Plain([Estate.Row("p", "host", 1)], 1)(Estate.Server("h") with { Bought = Estate.Model(price: null) }, []));
    }

    [Fact]
    public void A_product_that_may_not_be_used_makes_it_null() => Assert.Null(Plain([Estate.Row("p", "kit", 900, "max-hosts=3")], 4)(Estate.Server("h"), []));

    // 24 GiB with a licence of EUR 100 a year, 2 sockets: 2 licences, 1,000 in 5 years, for the host alone and for VMs of 48 GiB; VMs of 40 + 9 + 0 (off) need 3.
    [Fact]
    public void A_platform_sold_by_memory_is_counted_with_the_guests_memory()
    {
        var cost = Plain([Estate.Row("p", "vram", 100, "gib-per-licence=24")], 1);
        var off = Estate.Vm("off", memoryGiB: 100) with { Power = PowerState.Off };
        Assert.Equal(12456m, cost(Estate.Server("h"), [])!.Value.Amount);
        Assert.Equal(12456m, cost(Estate.Server("h"), [Estate.Vm("a", memoryGiB: 40), Estate.Vm("b", memoryGiB: 8), off])!.Value.Amount);
        Assert.Equal(12956m, cost(Estate.Server("h"), [Estate.Vm("a", memoryGiB: 40), Estate.Vm("b", memoryGiB: 9), off])!.Value.Amount);
    }

    // Free for 32 GiB of memory: the host of 64 GiB may not use it. 10 TiB of vSAN and 32 cores that bring 8: 2 x EUR 100 x 5 years = 1,000; with 8 TiB nothing.
    [Fact]
    public void Hosts_that_differ_in_memory_or_storage_are_not_taken_for_each_other()
    {
        var free = Plain([Estate.Row("p", "host", 0, "max-memory-gib=32")], 1);
        Assert.Equal(11456m, free(Estate.Server("h", memoryGiB: 32), [])!.Value.Amount);
        Assert.Null(free(Estate.Server("h", memoryGiB: 64), []));
        var vsan = Plain([Estate.Row("p", "tib", 100, "gib-per-core=256")], 1);
        Assert.Equal(11456m, vsan(Estate.Server("h") with { LocalStorage = ByteSize.FromTiB(8) }, [])!.Value.Amount);
        Assert.Equal(12456m, vsan(Estate.Server("h") with { LocalStorage = ByteSize.FromTiB(10) }, [])!.Value.Amount);
    }

    // Only guests that carry the licence meet its hole.
    [Fact]
    public void A_licence_without_a_price_makes_it_null_for_its_guests_only()
    {
        var basis = ProductLinesTests.Basis([Estate.Row("p", "host", 1), Estate.Row("db", "core", null)]);
        basis = basis with { Scenario = basis.Scenario with { Placement = new PlacementRules { GuestLicences = [new GuestLicence("DB", ["ora-*"], "db", new SourcePlace("t"))] } } };
        var cost = HostCosts.Of(basis, Estate.Option("a", PlatformFamily.Kvm, "p"), 1);
        Assert.Null(cost(Estate.Server("h"), [Estate.Vm("ora-1")]));
        Assert.NotNull(cost(Estate.Server("h"), [Estate.Vm("app-1")]));
        Assert.NotNull(cost(Estate.Server("h"), [Estate.Vm("ora-1") with { Power = PowerState.Off }]));
    }

    [Fact]
    public void An_order_of_no_host_is_our_mistake() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => HostCosts.Of(Committed, Estate.Option("a", PlatformFamily.Kvm), 0));

    [Fact]
    public void Threads_get_the_same_answers()
    {
        var option = Estate.Option("a", PlatformFamily.VSphere, "vmware-vcf-3y");
        var one = HostCosts.Of(Committed, option, 20);
        var many = HostCosts.Of(Committed, option, 20);
        var questions = Enumerable.Range(0, 2000).Select(number => Guests(number % 40, "t")).ToList();
        Assert.Equal(questions.Select(guests => one(Existing, guests)), questions.AsParallel().AsOrdered().WithDegreeOfParallelism(2).Select(guests => many(Existing, guests)));
    }

    private static HostCost Plain(ImmutableArray<PriceRow> rows, int hosts) =>
        HostCosts.Of(ProductLinesTests.Basis(rows), Estate.Option("a", PlatformFamily.Kvm, "p"), hosts);

    /// <summary>So many Windows guests, half as many of RHEL, three sold by VM, and one that is off.</summary>
    private static ImmutableArray<VirtualMachine> Guests(int windows, string tag) =>
    [
        .. Enumerable.Range(0, windows).Select(number => Estate.Vm($"win-{tag}-{number}", guest: GuestFamily.WindowsServer)),
        .. Enumerable.Range(0, windows / 2).Select(number => Estate.Vm($"rhel-{tag}-{number}", guest: GuestFamily.RedHat)),
        .. Enumerable.Range(0, windows == 0 ? 0 : 3).Select(number => Estate.Vm($"sub-{tag}-{number}")),
        .. windows == 0 ? [] : new[] { Estate.Vm($"win-off-{tag}", guest: GuestFamily.WindowsServer) with { Power = PowerState.Off } },
    ];
}
