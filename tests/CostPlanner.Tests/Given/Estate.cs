using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Tests.Given;

/// <summary>Small estates for tests.</summary>
internal static class Estate
{
    public static VirtualMachine Vm(
        string name, int vCpus = 2, int memoryGiB = 8, string cluster = "C", GuestFamily guest = GuestFamily.OtherLinux, params string[] rules) => new()
        {
            Name = name,
            Id = name,
            Power = PowerState.On,
            VCpus = vCpus,
            Memory = ByteSize.FromGiB(memoryGiB),
            Disk = ByteSize.FromGiB(100),
            Cluster = cluster,
            Guest = guest,
            AntiAffinityRules = [.. rules],
            Origin = new SourcePlace("test.xlsx", "vInfo", 2),
        };

    /// <summary>An entry of a scenario's list of VMs.</summary>
    public static VmSelector Named(string pattern, VmTrait by = VmTrait.Name) => new(by, pattern, new SourcePlace("test.yaml", Row: 1));

    public static Host Host(string name, int sockets = 2, int cores = 32, int memoryGiB = 256, string cluster = "C", bool threads = true) => new()
    {
        Name = name,
        Cluster = cluster,
        Sockets = sockets,
        Cores = cores,
        HyperThreading = threads,
        Memory = ByteSize.FromGiB(memoryGiB),
        Origin = new SourcePlace("test.xlsx", "vHost", 2),
    };

    public static PlannedHost Server(string name, int sockets = 2, int coresPerSocket = 16, int memoryGiB = 256) => new()
    {
        Name = name,
        Cluster = "C",
        Sockets = sockets,
        CoresPerSocket = coresPerSocket,
        Threads = sockets * coresPerSocket * 2,
        Memory = ByteSize.FromGiB(memoryGiB),
    };

    public static Inventory Of(IEnumerable<Host> hosts, IEnumerable<VirtualMachine> vms) => new()
    {
        Files = ["test.xlsx"],
        Platform = PlatformFamily.VSphere,
        Hosts = [.. hosts],
        Vms = [.. vms],
        Clusters = [.. hosts.Select(host => host.Cluster!).Concat(vms.Select(vm => vm.Cluster!)).Distinct().Select(name => new Cluster { Name = name, Origin = new SourcePlace("test.xlsx") })],
    };

    /// <summary>One cluster of so many equal hosts (h1, h2, ...) of 2 x 16 cores and 256 GiB, and so many equal VMs (vm001, vm002, ...).</summary>
    public static Inventory Alike(int hosts, int vms, int vCpus = 2, int memoryGiB = 8) => Of(
        Enumerable.Range(1, hosts).Select(number => Host(FormattableString.Invariant($"h{number}"))),
        Enumerable.Range(1, vms).Select(number => Vm(FormattableString.Invariant($"vm{number:000}"), vCpus, memoryGiB)));

    public static ServerModel Model(string id = "new", int sockets = 2, int coresPerSocket = 16, int memoryGiB = 512, decimal? price = 10000) => new()
    {
        Id = id,
        Name = id,
        Cpu = "none",
        Sockets = sockets,
        CoresPerSocket = coresPerSocket,
        ThreadsPerCore = 2,
        Memory = ByteSize.FromGiB(memoryGiB),
        RackUnits = 2,
        Price = price is { } amount ? new Money(amount, Currency.Euro) : null,
        ValidFrom = new DateOnly(2020, 1, 1),
        Provenance = new Provenance("test", "2026", Grade.B, "hosts/models.csv, row 2"),
    };

    public static Scenario Scenario(params ScenarioOption[] options) => new()
    {
        Name = "test",
        Title = "Test",
        AsOf = new DateOnly(2026, 10, 1),
        Currency = Currency.Euro,
        HorizonYears = 5,
        InventoryFile = "test.xlsx",
        Failover = 1,
        Baseline = options.FirstOrDefault()?.Id ?? "none",
        Options = [.. options],
    };

    public static ScenarioOption Option(string id, PlatformFamily platform, params string[] licences) => new()
    {
        Id = id,
        Name = id,
        Platform = platform,
        Licences = [.. licences],
        Place = new SourcePlace("test.yaml", Row: 1),
    };

    public static PriceRow Row(string id, string metric, decimal? price, string parameters = "", LicenceKind kind = LicenceKind.SubscriptionYearly, decimal? support = null) => new()
    {
        Id = id,
        Vendor = "Vendor",
        Product = id,
        Family = "kvm",
        Rule = new LicenceRule(metric, Parameters(parameters)),
        Price = price is { } amount ? new Money(amount, Currency.Euro) : null,
        Kind = kind,
        Support = support is { } share ? new Fraction(share) : null,
        ValidFrom = new DateOnly(2020, 1, 1),
        Provenance = new Provenance("test", "2026", Grade.B, "prices/test.csv, row 2"),
    };

    public static ImmutableSortedDictionary<string, decimal> Parameters(string text) => text
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('='))
        .ToImmutableSortedDictionary(pair => pair[0], pair => decimal.Parse(pair[1], System.Globalization.CultureInfo.InvariantCulture));
}
