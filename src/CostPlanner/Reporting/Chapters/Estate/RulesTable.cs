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
                Caption = Words.Of("estate.rules.caption"),
                Columns = [new Column(Words.Of("estate.rules.rule"), Width: 30),
                new Column(Words.Of("estate.rules.what-it-asks")),
                new Column(Words.Of("estate.rules.running-vms-named"), true, 17)],
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
                Caption = Words.Of("estate.rules.caption-rules-of-the"),
                Columns = [new Column(Words.Of("estate.rules.rule"), Width: 30),
                new Column(Words.Of("estate.rules.what-it-asks")),
                new Column("VMs", Width: 30),
                new Column(Words.Of("estate.rules.obeyed"), Width: 12)],
                Rows = [
                    .. rules.Select(
                        rule => new Row(
                            [new Cell(rule.Name), new Cell(Asks(rule.Kind)), new Cell(Named(rule)), new Cell(rule.IsObeyed ? Words.Of("common.yes") : "no")])),
                ],
                Note = rules.All(rule => rule.IsObeyed)
                    ? null
                    : Words.Of("estate.rules.note"),
            };
        }
    }

    private static string Named(InventoryRule rule) => string.Join(", ", rule.Vms.Take(VmsNamed).Select(vm => vm.Name))
        + (rule.Vms.Length > VmsNamed ? Words.Of("estate.rules.and-more", ("vms", Printed.Whole(rule.Vms.Length - VmsNamed))) : "");

    private static string Asks(InventoryRuleKind kind) => kind switch
    {
        InventoryRuleKind.KeepApart => Words.Of("estate.rules.inventory-rule-kind.keep-apart"),
        InventoryRuleKind.KeepTogether => Words.Of("estate.rules.inventory-rule-kind.keep-together"),
        InventoryRuleKind.Hosts => Words.Of("estate.rules.inventory-rule-kind.hosts"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of rule"),
    };

    private static IEnumerable<string> Sentences(PlacementRules placement)
    {
        if (placement.Objective == Objective.LeastCost)
        {
            yield return Words.Of("estate.rules.sentences");
        }

        if (placement.Within != PlacementScope.Cluster)
        {
            yield return placement.Within == PlacementScope.Site
                ? Words.Of("estate.rules.sentences-vms-may-move")
                : Words.Of("estate.rules.sentences-vms-may-move-within-the-whole");
        }

        if (placement.VmsPerHost is { } most)
        {
            yield return Words.Of("estate.rules.sentences-at-most-run", ("most", most));
        }

        if (placement.SurviveSite)
        {
            yield return Words.Of("estate.rules.sentences-every-vm-must");
        }

        if (!placement.Sites.IsEmpty)
        {
            yield return Words.Of(
                "estate.rules.sites",
                ("sites", string.Join("; ", placement.Sites.Select(site => $"{site.Name} ({string.Join(", ", site.Hosts)})"))));
        }
    }

    private static IEnumerable<Row> Rows(PlacementRules placement, ImmutableArray<VirtualMachine> running) =>
    [
        .. placement.Rules.Select(rule => RowOf(rule.Name, Asks(rule), running.Count(rule.Names))),
        .. placement.Devices.Select(device => RowOf(device.Name, Asks(device), running.Count(device.IsTakenBy))),
        .. placement.GuestLicences.Select(licence => RowOf(
            licence.Name, Words.Of("estate.rules.rows", ("product", licence.Product)), running.Count(licence.IsCarriedBy))),
    ];

    private static Row RowOf(string name, string asks, int vms) => new([new Cell(name), new Cell(asks), new Cell(Printed.Whole(vms))]);

    private static string Asks(PlacementRule rule) => rule.Kind switch
    {
        RuleKind.KeepApart => Words.Of("estate.rules.rule-kind.keep-apart", ("at-most", Printed.Whole(rule.AtMost))),
        RuleKind.KeepTogether => Words.Of("estate.rules.rule-kind.keep-together"),
        RuleKind.RunOn => Words.Of("estate.rules.rule-kind.run-on", ("hosts", string.Join(", ", rule.Hosts))),
        RuleKind.NotOn => Words.Of("estate.rules.rule-kind.not-on", ("hosts", string.Join(", ", rule.Hosts))),
        RuleKind.SpreadOverSites => Words.Of("estate.rules.rule-kind.spread-over-sites", ("at-most", Printed.Whole(rule.AtMost))),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Kind, "not a kind of rule"),
    };

    private static string Asks(PassthroughDevice device)
    {
        string[] hosts = [.. device.Hosts, .. device.OnNewHosts ? new[] { Words.Of("estate.rules.hosts-to-be-bought") } : []];
        return Words.Of("estate.rules.asks", ("per-host", Printed.Whole(device.PerHost)), ("hosts", string.Join(", ", hosts)));
    }
}
