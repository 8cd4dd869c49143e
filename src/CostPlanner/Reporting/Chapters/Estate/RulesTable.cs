using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>The scenario's own rules of placement, and how many VMs each names.</summary>
internal static class RulesTable
{
    private const int VmsNamed = 6;

    /// <summary>A paragraph and a table; none where the scenario has no rules.</summary>
    public static IEnumerable<Block> Of(CaseStudy result)
    {
        var placement = result.Inputs.Scenario.Placement;
        var sentences = Sentences(placement).ToList();
        var rows = Rows(placement, [.. result.Baseline.Demand.Running.Select(each => each.Vm)]).ToImmutableArray();
        if (sentences.Count > 0)
        {
            yield return new Paragraph(string.Join(" ", sentences));
        }

        if (!rows.IsEmpty)
        {
            yield return new Table
            {
                Caption = "Rules of the scenario, asked of every plan, also when hosts fail",
                Columns = [new Column("Rule", Width: 30), new Column("What it asks"), new Column("Running VMs named", true, 17)],
                Rows = rows,
            };
        }
    }

    /// <summary>The rules that the inventory tells; none where it tells none.</summary>
    public static IEnumerable<Block> OfInventory(CaseStudy result)
    {
        var rules = InventoryRule.Of(result.Inputs.Inventory);
        if (!rules.IsEmpty)
        {
            yield return new Table
            {
                Caption = "Rules of the inventory (affinity and anti-affinity)",
                Columns = [new Column("Rule", Width: 30), new Column("What it asks"), new Column("VMs", Width: 30), new Column("Obeyed", Width: 12)],
                Rows = [
                    .. rules.Select(
                        rule => new Row([new Cell(rule.Name), new Cell(Asks(rule.Kind)), new Cell(Named(rule)), new Cell(rule.IsObeyed ? "yes" : "no")])),
                ],
                Note = rules.All(rule => rule.IsObeyed)
                    ? null
                    : "The inventory does not name the hosts of the rules that are not obeyed: write them under placement: rules: in the scenario.",
            };
        }
    }

    private static string Named(InventoryRule rule) => string.Join(", ", rule.Vms.Take(VmsNamed).Select(vm => vm.Name))
        + (rule.Vms.Length > VmsNamed ? $" and {Printed.Whole(rule.Vms.Length - VmsNamed)} more" : "");

    private static string Asks(InventoryRuleKind kind) => kind switch
    {
        InventoryRuleKind.KeepApart => "no two of them on a host",
        InventoryRuleKind.KeepTogether => "all of them on one host",
        InventoryRuleKind.Hosts => "hosts that the inventory does not name",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of rule"),
    };

    private static IEnumerable<string> Sentences(PlacementRules placement)
    {
        if (placement.Objective == Objective.LeastCost)
        {
            yield return "Hosts are chosen for the least cost over the horizon.";
        }

        if (placement.Within != PlacementScope.Cluster)
        {
            yield return placement.Within == PlacementScope.Site ? "VMs may move within their site." : "VMs may move within the whole estate.";
        }

        if (placement.VmsPerHost is { } most)
        {
            yield return $"At most {Printed.Count(most, "VM")} run on a host.";
        }

        if (placement.SurviveSite)
        {
            yield return "Every VM must find a place when a whole site is lost.";
        }

        if (!placement.Sites.IsEmpty)
        {
            yield return $"Sites: {string.Join("; ", placement.Sites.Select(site => $"{site.Name} ({string.Join(", ", site.Hosts)})"))}.";
        }
    }

    private static IEnumerable<Row> Rows(PlacementRules placement, ImmutableArray<VirtualMachine> running) =>
    [
        .. placement.Rules.Select(rule => RowOf(rule.Name, Asks(rule), running.Count(rule.Names))),
        .. placement.Devices.Select(device => RowOf(device.Name, Asks(device), running.Count(device.IsTakenBy))),
        .. placement.GuestLicences.Select(licence => RowOf(
            licence.Name, $"a licence ({licence.Product}) on every host that they may run on", running.Count(licence.IsCarriedBy))),
    ];

    private static Row RowOf(string name, string asks, int vms) => new([new Cell(name), new Cell(asks), new Cell(Printed.Whole(vms))]);

    private static string Asks(PlacementRule rule) => rule.Kind switch
    {
        RuleKind.KeepApart => $"at most {Printed.Whole(rule.AtMost)} of them on a host",
        RuleKind.KeepTogether => "all of them on one host",
        RuleKind.RunOn => $"only on {string.Join(", ", rule.Hosts)}",
        RuleKind.NotOn => $"not on {string.Join(", ", rule.Hosts)}",
        RuleKind.SpreadOverSites => $"at most {Printed.Whole(rule.AtMost)} of them in a site",
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, "not a kind of rule"),
    };

    private static string Asks(PassthroughDevice device)
    {
        string[] hosts = [.. device.Hosts, .. device.OnNewHosts ? new[] { "hosts to be bought" } : []];
        return $"a device each; {Printed.Whole(device.PerHost)} in each of {string.Join(", ", hosts)}";
    }
}
