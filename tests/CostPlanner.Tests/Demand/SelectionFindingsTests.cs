using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Demand;

/// <summary>What is said of a scenario's lists of VMs.</summary>
public sealed class SelectionFindingsTests
{
    private static readonly Inventory Inventory = Estate.Of(
        [Estate.Host("h1")], [Estate.Vm("lab-1") with { Folder = "/DC/vm/Lab" }, Estate.Vm("lab-2") with { Folder = "/DC/vm/Lab" }, Estate.Vm("work")]);

    [Fact]
    public void An_entry_that_matches_nothing_is_named_with_the_nearest_name()
    {
        var findings = Of(Estate.Scenario() with { LeaveOut = [Estate.Named("lab-3")], Keep = [Estate.Named("/DC/vm/Lob", VmTrait.Folder)] });
        Assert.Contains(findings, finding => finding is { Code: "leave-out-unknown" } && finding.Message.Contains("Did you mean \"lab-1\"?", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding is { Code: "keep-unknown" } && finding.Message.Contains("Did you mean \"/DC/vm/Lab\"?", StringComparison.Ordinal));
    }

    [Fact]
    public void A_trait_that_the_inventory_does_not_tell_is_said_so() => Assert.Contains(
        Of(Estate.Scenario() with { Groups = [new VmGroup("paid", [Estate.Named("pci", VmTrait.Tag)])] }),
        finding => finding is { Code: "group-unknown" } && finding.Message.Contains("does not tell a tag or custom attribute of any VM", StringComparison.Ordinal));

    [Fact]
    public void A_pattern_is_one_finding_and_a_name_one_for_each_VM()
    {
        var pattern = Of(Estate.Scenario() with { LeaveOut = [Estate.Named("lab-*")] });
        Assert.Contains("2 VMs (4 vCPUs) left out by the scenario's entry \"lab-*\": lab-1, lab-2", Assert.Single(pattern, finding => finding.Code == "vms-left-out").Message.Words(), StringComparison.Ordinal);
        Assert.Equal(2, Of(Estate.Scenario() with { LeaveOut = [Estate.Named("lab-1"), Estate.Named("lab-2")] }).Count(finding => finding.Code == "vm-left-out"));
    }

    private static ImmutableArray<Finding> Of(Scenario scenario) => DemandFindings.Of(Inventory, scenario);
}
