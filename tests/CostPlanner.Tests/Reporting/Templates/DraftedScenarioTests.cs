using CostPlanner.Demand;
using CostPlanner.Ingest.Scenarios;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Reporting.Templates;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Reporting.Templates;

/// <summary>A template is tried without being written: what is tried must be what the file says.</summary>
public sealed class DraftedScenarioTests
{
    private static readonly VirtualMachine Alone = Estate.Vm("big \"one\": ä");
    private static readonly VirtualMachine Twin = Estate.Vm("twin") with { Id = "vm-2" };

    public static TheoryData<string> Estates => ["plain", "licensed", "left out", "no hosts", "kvm", "vsan"];

    [Theory]
    [MemberData(nameof(Estates))]
    public void The_scenario_written_is_read_as_the_one_that_was_tried(string kind)
    {
        var template = Template(kind);
        using var folder = new TemporaryFolder();
        var reading = ScenarioFile.Read(folder.Write(ScenarioTemplate.FileName(template.Inventory), template.Text()));

        Assert.Empty(reading.Findings);
        Assert.Equivalent(WithoutLines(template.Scenario), WithoutLines(reading.Value!), strict: true);
    }

    // The comparison sees lists and what is in them.
    [Fact]
    public void A_scenario_that_differs_in_one_option_is_another()
    {
        var scenario = Template("plain").Scenario;
        var other = scenario with { Options = [.. scenario.Options.Select((option, i) => i == 2 ? option with { Hosts = HostPolicy.KeepAll } : option)] };
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Assert.Equivalent(WithoutLines(scenario), WithoutLines(other), strict: true));
    }

    [Fact]
    public void What_the_estates_are_for_is_in_their_scenarios()
    {
        Assert.Equal(("licensed", true, true), ("licensed", Template("licensed").Scenario.Windows is not null, Template("licensed").Scenario.RedHat is not null));
        Assert.Equal([Alone.Name, "vm-2"], Template("left out").Scenario.LeaveOut.Select(entry => entry.Pattern));
        Assert.All(Template("no hosts").Scenario.Options, option => Assert.Equal(HostPolicy.Refresh, option.Hosts));
        Assert.Equal("proxmox", Template("kvm").Scenario.Baseline);
    }

    private static ScenarioTemplate Template(string kind)
    {
        var plain = Estate.Of([Estate.Host("h1")], [Estate.Vm("a")]);
        var inventory = kind switch
        {
            "licensed" => Estate.Of([Estate.Host("h1")], [Estate.Vm("w", guest: GuestFamily.WindowsServer), Estate.Vm("r", guest: GuestFamily.RedHat)]),
            "left out" => Estate.Of([Estate.Host("h1")], [Alone, Twin, Estate.Vm("twin") with { Id = "vm-3" }]),
            "no hosts" => Estate.Of([], [Estate.Vm("a")]),
            "kvm" => plain with { Platform = PlatformFamily.Kvm },
            "vsan" => plain with { Datastores = [new Datastore { Name = "d", Capacity = ByteSize.FromGiB(1), Type = "vsan", Origin = new SourcePlace("test.xlsx") }] },
            _ => plain,
        };
        return new ScenarioTemplate(
            inventory, "up/test: estate.xlsx", new HostCatalogue([Estate.Model()]), new DateOnly(2026, 10, 1), kind == "left out" ? [Left(Alone), Left(Twin)] : []);
    }

    private static UnplacedVm Left(VirtualMachine vm) => new(new VmDemand(vm, vm.VCpus, vm.Memory, ByteSize.Zero), "too large");

    private static Scenario WithoutLines(Scenario scenario) => scenario with
    {
        Contract = scenario.Contract! with { Place = new SourcePlace("") },
        LeaveOut = [.. scenario.LeaveOut.Select(entry => entry with { Place = new SourcePlace("") })],
        Options = [.. scenario.Options.Select(option => option with { Place = new SourcePlace("") })],
    };
}
