using System.Collections.Immutable;
using System.Text;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Templates;

/// <summary>Writes a commented scenario for an inventory, ready to run and to be edited.</summary>
/// <param name="Inventory">The estate.</param>
/// <param name="InventoryPath">The inventory file, relative to the scenario.</param>
/// <param name="Hosts">The servers that can be bought.</param>
/// <param name="AsOf">The day that dates prices.</param>
/// <param name="LeaveOut">VMs that fit nowhere, with the reason.</param>
public sealed record ScenarioTemplate(
    Inventory Inventory, string InventoryPath, HostCatalogue Hosts, DateOnly AsOf, ImmutableArray<UnplacedVm> LeaveOut)
{
    private const int HostsNamed = 5;

    /// <summary>The licence by which the platform of today runs.</summary>
    public HeldPlatform Held { get; init; } = HeldPlatform.NotKnown;

    /// <summary>What the inventory does not say and the case needs, a sentence each, with the key that answers it.</summary>
    public ImmutableArray<string> Questions => [.. Asked.Select(each => $"{each.Key}: {each.Question}")];

    private ImmutableArray<(string Key, string Question)> Asked => [.. Required.Questions, .. Contract.Questions];

    private RequirementTemplate Required => new(Inventory);

    /// <summary>What is written of the contract of today.</summary>
    internal ContractTemplate Contract => new(Held);

    /// <summary>The file that a scenario for this inventory is written to: the inventory's name with another ending.</summary>
    public static string FileName(Inventory inventory) => Path.GetFileNameWithoutExtension(inventory.Files[0]) + ".yaml";

    /// <summary>Whether the catalogue has a server that can be bought on the day; without one no scenario can be written.</summary>
    public bool HasNewHost => Offered.Any();

    private IEnumerable<ServerModel> Offered => Hosts.Models.Where(model => model.ValidFrom <= AsOf && (model.ValidTo is not { } end || AsOf <= end));

    /// <summary>The scenario itself: what reading the text gives, but for the lines that places name.</summary>
    public Scenario Scenario => DraftedScenario.Of(this, NewHost, CanReuse ? HostPolicy.Reuse : HostPolicy.Refresh);

    /// <summary>The scenario as YAML.</summary>
    public string Text()
    {
        var (text, scenario) = (new StringBuilder(), Scenario);
        Head(text, scenario);
        LeftOut(text, scenario);
        Placement(text);
        Windows(text, scenario);
        RedHat(text, scenario);
        text.AppendJoin(Environment.NewLine, Required.Lines()).AppendLine();
        text.AppendLine("# Licences of guests that are owned already are counted first; \"owned: none\" where nothing is:");
        text.AppendLine($"# owned: [{{product: {DraftedScenario.Windows.Datacenter}, cores: 256, source: \"licence statement\"}}]");
        OverTime(text, scenario);
        Overrides(text);
        text.AppendLine($"# {HostsChoice.ReplaceLineEndings(" ")}");
        text.AppendLine("options:");
        foreach (var option in scenario.Options)
        {
            text.AppendLine($"  - id: {option.Id}");
            text.AppendLine($"    name: {Quoted(option.Name)}");
            text.AppendLine($"    platform: {DeclaredKeys.Platform.WordOf(option.Platform)}");
            text.AppendLine($"    licences: [{string.Join(", ", option.Licences)}]");
            text.AppendLine($"    hosts: {DeclaredKeys.Hosts.WordOf(option.Hosts)}");
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private bool CanReuse => Inventory.Hosts.Any(host => host.IsDescribed);

    /// <summary>What was chosen for all options, and why; a sentence each.</summary>
    public ImmutableArray<string> Choices =>
    [
        HostsChoice,
        $"new_host: {NewHost}, of those that can be bought the one with the most memory.",
        $"baseline: {DraftedScenario.BaselineOf(Inventory)}, the first option that stays on the platform of today.",
        .. LeaveOut.IsEmpty ? ImmutableArray<string>.Empty : [FormattableString.Invariant($"leave_out: {LeaveOut.Length} VMs that fit on no host offered.")],
    ];

    private string HostsChoice
    {
        get
        {
            ImmutableArray<Host> lacking = [.. Inventory.Hosts.Where(host => !host.IsDescribed)];
            var known = Inventory.Hosts.Length - lacking.Length;
            var more = lacking.Length > HostsNamed ? FormattableString.Invariant($" and {lacking.Length - HostsNamed} more") : "";
            var names = string.Join(", ", lacking.Take(HostsNamed).Select(host => host.Name)) + more;
            return (known, lacking.Length) switch
            {
                ( > 0, 0) => FormattableString.Invariant($"hosts: reuse in all options, for the sockets, cores and memory of all {known} hosts are known."),
                ( > 0, _) => FormattableString.Invariant($"hosts: reuse in all options, of the {known} hosts of {Inventory.Hosts.Length} whose sockets, cores ")
                    + $"and memory are known; not of {names}.",
                (_, > 0) => "hosts: refresh in all options, so that all buy new hosts, for the sockets, cores or memory of no host are known.",
                _ => $"hosts: refresh in all options, so that all buy new hosts, for the hosts of today are not known"
                    + $"{(Inventory.WhyHostsUnknown is { } why ? $": {Sentences.Of(why)}" : "")}.",
            };
        }
    }

    private void Head(StringBuilder text, Scenario scenario)
    {
        var counts = EstateCounts.Of(Inventory);
        text.AppendLine("# A CostPlanner scenario. Run it with: costplanner case THIS-FILE");
        text.AppendLine("# Please answer first; each question names its key below:");
        foreach (var (key, question) in Asked)
        {
            text.AppendLine($"#   {key}: {question}");
        }

        text.AppendLine(
            "# Unknown keys are refused; costplanner guide scenario lists all. Numbers have a decimal point; shares are written 0.8, days 2026-10-01.");
        text.AppendLine(
            $"# {string.Join(", ", Inventory.Files)}: {counts.Vms} VMs, {counts.VmsPoweredOn} of them running; hosts "
                + $"{(counts.Hosts is { } hosts ? $"{hosts}" : "not known")}, clusters {counts.Clusters}.");
        text.AppendLine();
        text.AppendLine($"title: {Quoted(scenario.Title)}");
        text.AppendLine($"as_of: {scenario.AsOf:yyyy-MM-dd}        # dates prices, exchange rates and the report");
        text.AppendLine($"currency: {scenario.Currency}            # of every result");
        text.AppendLine($"grid: {scenario.Grid}                 # whose electricity the hosts use, for CO2e: a place of data/prices/grid-carbon.csv");
        text.AppendLine(FormattableString.Invariant($"horizon_years: {scenario.HorizonYears}"));
        text.AppendLine(FormattableString.Invariant($"seed: {scenario.Seed}"));
        text.AppendLine();
        text.AppendLine($"inventory: {Quoted(scenario.InventoryFile)}");
        text.AppendLine();
        text.AppendLine(
            $"failover: {scenario.Failover}              # hosts of each cluster that may fail at once: 0, 1 or 2; of a single host none, unless named: "
                + "{default: 1, NAME: 1}");
        text.AppendLine($"baseline: {scenario.Baseline}            # the option that the others are measured against");
        text.AppendLine(CanReuse
            ? "# Bought by \"hosts: refresh\", and where existing hosts do not suffice; one id of data/hosts/models.csv, or several as [a, b]:"
            : "# Bought by all options:");
        text.AppendLine($"new_host: {string.Join(", ", scenario.NewHosts)}");
        if (Inventory.Datastores.Any(datastore => datastore.IsVsan))
        {
            text.AppendLine("# The storage policy of vSAN, an id of data/hosts/vsan-policies.csv: its copies and the fewest hosts that it needs.");
            text.AppendLine("# storage_policy: raid-1");
        }

        text.AppendLine();
    }

    /// <summary>The newest server of the catalogue with the most memory; with storage inside where the estate stores inside hosts.</summary>
    private string NewHost
    {
        get
        {
            var inside = Inventory.Datastores.Any(datastore => datastore.IsInsideHosts)
                && Inventory.Vms.Any(vm => Inventory.Datastores.Any(datastore => datastore.IsInsideHosts && datastore.Name == vm.Datastore));
            return Offered
                .OrderByDescending(model => inside == model.LocalStorage > ByteSize.Zero)
                .ThenBy(model => model.Provenance.Grade)
                .ThenByDescending(model => model.Memory)
                .First().Id;
        }
    }

    private void LeftOut(StringBuilder text, Scenario scenario)
    {
        if (LeaveOut.IsEmpty)
        {
            text.AppendLine("# VMs to leave out of the sizing: names, with * for any letters, or folders, tags, clusters, operating systems:");
            text.AppendLine("# leave_out: [old-appliance, \"lab-*\", {folder: /DC/vm/Test*}, {tag: decommission}, {os: Windows Server 2008*}]");
        }
        else
        {
            text.AppendLine("# These VMs fit on no host offered; no option carries or pays for them. Name a larger new_host, or leave it so.");
            text.AppendLine("leave_out:");
            foreach (var (entry, misfit) in scenario.LeaveOut.Zip(LeaveOut))
            {
                text.AppendLine($"  - {Quoted(entry.Pattern)}   # {Sentences.Of(misfit.Reason)}");
            }
        }

        text.AppendLine("# VMs that count as ordinary ones, though the program takes them for a part of the platform (vCLS, vCenter and the like):");
        text.AppendLine("# keep: [backup-proxy-01]");
        text.AppendLine("# VMs that are reported apart:");
        text.AppendLine("# group: {web: [\"web-*\"], erp: [{folder: /DC/vm/ERP}]}");
        text.AppendLine();
    }

    private static void Placement(StringBuilder text)
    {
        text.AppendLine("# VMs sized by what they used, where series of it are at hand (costplanner guide scenario tells the format):");
        text.AppendLine("# usage: usage.csv");
        text.AppendLine("# reference_cpu: Xeon Gold 6448Y   # count cores of this CPU; those of others by their SPECrate2017");
        text.AppendLine("# sizing: {cpu: p95, memory: configured}   # or average, p1 to p99.9, peak, coincident (hour by hour)");
        text.AppendLine();
        text.AppendLine("# How VMs are placed, beside the room of hosts; * stands for any letters of a name:");
        text.AppendLine("# placement:");
        text.AppendLine("#   objective: least-cost       # or fewest-hosts");
        text.AppendLine("#   within: cluster             # how far a VM may move: cluster, site or estate");
        text.AppendLine("#   vms_per_host: 60");
        text.AppendLine("#   rules:                      # each with one of keep_apart, keep_together, vms + run_on, vms + not_on, spread_over_sites");
        text.AppendLine("#     - {name: web tier, keep_apart: [web-*], at_most: 1}");
        text.AppendLine("#     - {name: licensed hosts, vms: [ora-*], run_on: [esx-01, esx-02]}");
        text.AppendLine("#   guest_licences:             # counted on the hosts that these VMs may run on");
        text.AppendLine("#     - {name: Oracle Linux, guests: oracle-linux, product: oracle-linux-premier}   # or suse, windows-desktop, ...");
        text.AppendLine("#     - {name: Ubuntu Pro, vms: [ubuntu-*], product: ubuntu-pro}");
        text.AppendLine();
    }

    private static void Windows(StringBuilder text, Scenario scenario) => Counted(
        text,
        scenario.Windows is not null,
        "# Windows Server guests: each host takes the cheaper of the two editions. Remove these lines if the licences are owned.",
        "# No Windows Server guest runs; with these lines their licences would be counted:",
        ["windows:", $"  standard: {DraftedScenario.Windows.Standard}", $"  datacenter: {DraftedScenario.Windows.Datacenter}"]);

    private static void RedHat(StringBuilder text, Scenario scenario) => Counted(
        text,
        scenario.RedHat is not null,
        "# Red Hat guests: each cluster takes the cheaper of subscriptions for VMs and for hosts. Remove these lines if they are owned.",
        "# No Red Hat guest runs; with these lines their subscriptions would be counted:",
        ["red_hat:", $"  server: {DraftedScenario.RedHat.Server}", $"  datacenter: {DraftedScenario.RedHat.Datacenter}"]);

    /// <summary>Lines that count a system's licences, commented out where no guest of it runs.</summary>
    private static void Counted(StringBuilder text, bool runs, string why, string whyNot, ImmutableArray<string> lines)
    {
        text.AppendLine(runs ? why : whyNot);
        foreach (var line in lines)
        {
            text.AppendLine(runs ? line : "# " + line);
        }

        text.AppendLine();
    }

    private void OverTime(StringBuilder text, Scenario scenario)
    {
        foreach (var line in Contract.Lines(scenario.Currency))
        {
            text.AppendLine(line);
        }

        text.AppendLine("# replace_hosts_on: 2028-06-30   # hosts of today are gone then, new ones of new_host in their place");
        text.AppendLine("# tax_rate: 0.3                  # adds what is left after tax");
        text.AppendLine("# greenfield: true               # instead of a contract: nothing of today is moved or paid on");
        text.AppendLine();
    }

    private static void Overrides(StringBuilder text)
    {
        text.AppendLine("# Your own values for any assumption of data/assumptions:");
        text.AppendLine("# assumptions:");
        text.AppendLine("#   cpu-overcommit: 5");
        text.AppendLine("#   growth: 0.05");
        text.AppendLine("#   electricity: {low: 0.15, likely: 0.2, high: 0.3}   # a range: the case is computed with the likely value");
        text.AppendLine("# uncertainty:");
        text.AppendLine("#   correlations:");
        text.AppendLine("#     - {a: electricity, b: growth, rank: 0.3}");
        text.AppendLine();
        text.AppendLine("# What a vendor offered you for one unit and period takes the place of the list price, and fills a hole:");
        text.AppendLine("# quotes:");
        text.AppendLine("#   - product: xenserver-8-premium");
        text.AppendLine("#     amount: 750");
        text.AppendLine("#     currency: USD");
        text.AppendLine("#     date: 2026-09-15");
        text.AppendLine("#     from: reseller, offer 4711");
        text.AppendLine();
        text.AppendLine("# What a vendor takes off all its list prices (0.3 is 30 %); a quote for a product wins over it:");
        text.AppendLine("# discounts:");
        text.AppendLine("#   - vendor: Broadcom");
        text.AppendLine("#     share: 0.3");
        text.AppendLine("#     from: reseller, offer 4711");
        text.AppendLine("#     date: 2026-09-15");
        text.AppendLine();
        text.AppendLine("# Exchange rates of your own, units for one EUR, in the place of all that the data folder has of the currency:");
        text.AppendLine("# rates:");
        text.AppendLine("#   - {currency: USD, per_euro: 1.12, date: 2026-11-27, from: our bank}");
        text.AppendLine();
        text.AppendLine("# Whether orders are held to a vendor's minimum (Broadcom's 72 cores; sources disagree): off, new-orders or all-orders.");
        text.AppendLine("# order_minimum: off");
        text.AppendLine();
    }

    /// <summary>A YAML text in double quotes, whatever is in it.</summary>
    internal static string Quoted(string text) => System.Text.Json.JsonSerializer.Serialize(text, Plain);

    private static readonly System.Text.Json.JsonSerializerOptions Plain = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}
