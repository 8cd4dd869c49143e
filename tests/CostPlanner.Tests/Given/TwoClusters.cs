using CostPlanner.Cases.Keys;
using CostPlanner.Model;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Given;

/// <summary>An estate of two clusters at two sites on which every what-if question can be reckoned by hand.</summary>
/// <remarks>
/// A in the North has 4 hosts and 24 running VMs, B in the South 4 hosts and 12; a VM has 8 vCPUs and 8 GiB. A host of 32 cores and 256 GiB promises
/// (32 - 2) x 4 x 0.8 = 96 vCPUs and (256 - 4) x 0.9 = 226.8 GiB, so it carries 12 of them. One host of each cluster may fail: A needs
/// 24 / 12 + 1 = 3 hosts and B 12 / 12 + 1 = 2, 5 in all. "reuse" takes these, "keep-all" keeps all 8.
/// </remarks>
internal static class TwoClusters
{
    /// <summary>The case, without usage.</summary>
    public static CaseInputs Case { get; } = new(
        Estate.Scenario(
            Estate.Option("reuse", PlatformFamily.Kvm) with { Hosts = HostPolicy.Reuse },
            Estate.Option("keep-all", PlatformFamily.Kvm) with { Hosts = HostPolicy.KeepAll },
            Estate.Option("refresh", PlatformFamily.Kvm) with { Hosts = HostPolicy.Refresh }) with
        { HorizonYears = 1, NewHosts = ["new"] },
        Inventory(),
        new PriceBook([]),
        ProductLinesTests.Basis([]).Rates,
        new CpuCatalogue([]),
        new HostCatalogue([Estate.Model(), Estate.Model("big", coresPerSocket: 32, memoryGiB: 1024)]),
        Assumed.Plain);

    /// <summary>The same with a day of use: every running VM keeps one core busy and 4 GiB in use.</summary>
    public static CaseInputs Measured { get; } = Case with
    {
        Scenario = Case.Scenario with { UsageFile = "usage.csv" },
        Usage = Used.Hourly(24, [.. Case.Inventory.Vms.Where(vm => vm.Power == PowerState.On).Select(vm => Used.Vm(vm.Id, Used.Days(1, _ => 1), Used.Days(1, _ => 4096)))]),
    };

    /// <summary>The case with keys set as the user writes them: "growth=0.1".</summary>
    public static CaseInputs With(this CaseInputs inputs, params string[] set) => KeyText.Apply(inputs, set.Select(text => KeyText.Setting(inputs, text)));

    /// <summary>What the user is told of a setting that is refused.</summary>
    public static string Refusal(this CaseInputs inputs, string set) => Assert.Throws<CaseKeyException>(() => inputs.With(set)).Refusal.Words();

    /// <summary>The hosts of each option and how many of them are bought; every plan holds.</summary>
    public static (int Hosts, int Bought)[] Hosts(this CaseInputs inputs)
    {
        var result = Studied.Of(inputs);
        Assert.All(result.Options, option => Assert.True(option.Plan.Holds, option.Option.Id));
        return [.. result.Options.Select(option => (option.Plan.HostsUsed, option.Plan.HostsBought))];
    }

    private static Inventory Inventory() => Estate.Of(
        [.. Cluster("A", "North"), .. Cluster("B", "South")],
        [
            .. Enumerable.Range(1, 24).Select(number => Estate.Vm($"a-{number:00}", 8, 8, "A")),
            .. Enumerable.Range(1, 12).Select(number => Estate.Vm($"b-{number:00}", 8, 8, "B")),
            Estate.Vm("template", 8, 8, "B") with { Power = PowerState.Off, IsTemplate = true },
            Estate.Vm("asleep", 8, 8, "B") with { Power = PowerState.Off },
        ]);

    private static IEnumerable<Host> Cluster(string name, string site) =>
        Enumerable.Range(1, 4).Select(number => Estate.Host($"{name}{number}", cluster: name) with { Datacenter = site });
}
