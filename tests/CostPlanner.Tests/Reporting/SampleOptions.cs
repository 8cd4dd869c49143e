using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using static CostPlanner.Tests.Reporting.SampleLines;

namespace CostPlanner.Tests.Reporting;

/// <summary>The options of the sample and what each costs.</summary>
internal static class SampleOptions
{
    private static readonly Provenance Broadcom = new("VMware 2026 Canonical Facts, list price one year", "2026-07-11", Grade.B, "prices/vmware.csv, row 12");
    private static readonly Provenance BroadcomVcf = new("VMware 2026 Canonical Facts and two resellers", "2026-07-11", Grade.A, "prices/vmware.csv, row 9");
    private static readonly Provenance ProxmoxPage = new("proxmox.com as quoted by two surveys", "2026-04-15", Grade.A, "prices/proxmox.csv, row 8");
    private static readonly Provenance RedHat = new("migration-planner cost defaults, not a price list", "2026", Grade.B, "prices/redhat.csv, row 4");
    private static readonly Provenance Vates = new("reseller's indication for Vates VMS Pro", "2026", Grade.C, "prices/vates.csv, row 3");
    private static readonly Provenance XenServer = new("docs.xenserver.com gives the rule and no price", "2026", Grade.A, "prices/xenserver.csv, row 6");
    private static readonly Provenance Microsoft = new("Microsoft price list as quoted in a thesis and a blog", "2024-11", Grade.A, "prices/windows.csv, row 5");
    private static readonly Provenance Server = new("No source; ask your supplier", "2026-07-01", Grade.M, "hosts/servers.csv, row 3");

    public static readonly ImmutableArray<ScenarioOption> All =
    [
        Option("vvf", "Stay on vSphere: VVF, hosts reused", PlatformFamily.VSphere, HostPolicy.Reuse, "vvf"),
        Option("vcf", "Stay on vSphere: VCF, hosts reused", PlatformFamily.VSphere, HostPolicy.Reuse, "vcf"),
        Option("vvf-new", "Stay on vSphere: VVF, hosts refreshed", PlatformFamily.VSphere, HostPolicy.Refresh, "vvf"),
        Option("proxmox", "Proxmox VE Standard, hosts reused", PlatformFamily.Kvm, HostPolicy.Reuse, "pve"),
        Option("proxmox-new", "Proxmox VE Standard, hosts refreshed", PlatformFamily.Kvm, HostPolicy.Refresh, "pve"),
        Option("openshift", "OpenShift Virtualization Engine, hosts reused", PlatformFamily.Kvm, HostPolicy.Reuse, "ove"),
        Option("plain-kvm", "Plain KVM without a subscription, hosts reused", PlatformFamily.Kvm, HostPolicy.Reuse),
        Option("xcp-ng", "XCP-ng with Vates VMS Pro, hosts reused", PlatformFamily.Xen, HostPolicy.Reuse, "vates"),
        Option("xenserver", "XenServer 8 Premium, hosts reused", PlatformFamily.Xen, HostPolicy.Reuse, "xs8"),
    ];

    public static CostSheet CostsOf(ScenarioOption option, EstatePlan plan, int runningVms, AssumptionSet assumptions)
    {
        var servers = plan.HostsUsed;
        var cores = plan.Servers.Sum(load => load.Server.Cores);
        var isMove = option.Platform != PlatformFamily.VSphere;
        var staff = decimal.Round(runningVms / assumptions.Of(AssumptionIds.VmsPerAdmin), 2);
        ImmutableArray<CostLine> lines =
        [
            .. Licences(option, servers, cores),
            Line("windows", CostCategory.GuestLicences, "Windows Server 2025 Datacenter", cores / 16m, "16 cores", Euro(6771m / 1.1406m), 60,
                FormattableString.Invariant($"all {cores} cores of {servers} hosts that Windows VMs may run on"), Microsoft) with { Guests = Confinement.Windows },
            .. Hardware(option, plan, assumptions),
            Assumed("energy", CostCategory.Energy, "Electricity, cooling included", servers * 5463m, "kWh per year", AssumptionIds.Electricity, 12,
                FormattableString.Invariant($"{servers} hosts × 400 W × 1.56 × 8,760 h"), assumptions),
            Assumed("rack", CostCategory.Rack, "Rack space", servers * 2, "unit per month", AssumptionIds.RackUnit, 1,
                FormattableString.Invariant($"{servers} hosts × 2 rack units"), assumptions),
            Assumed("staff", CostCategory.Staff, "Administrators", staff, "person per year", AssumptionIds.AdminCost, 12,
                FormattableString.Invariant($"{runningVms} VMs ÷ 150"), assumptions),
            .. isMove ? Moving(runningVms, assumptions) : [],
        ];
        return new CostSheet(Currency.Euro, Months, lines);
    }

    private static IEnumerable<CostLine> Licences(ScenarioOption option, int servers, int cores) => option.Id switch
    {
        "vvf" or "vvf-new" => [Line("vvf", CostCategory.PlatformLicences, "vSphere Foundation", cores, "core per year", Dollar(168), 12, Cores(cores), Broadcom, list: Dollar(190))],
        "vcf" => [Line("vcf", CostCategory.PlatformLicences, "Cloud Foundation", cores, "core per year", Dollar(350), 12, Cores(cores), BroadcomVcf)],
        "proxmox" or "proxmox-new" => [Line("pve", CostCategory.PlatformLicences, "Proxmox VE Standard", servers * 2, "socket per year", Euro(550), 12,
            FormattableString.Invariant($"{servers} hosts × 2 sockets, one level for all"), ProxmoxPage)],
        "openshift" => [Line("ove", CostCategory.PlatformLicences, "OpenShift Virtualization Engine", servers, "socket pair per year", Dollar(3000), 12,
            FormattableString.Invariant($"{servers} hosts × 1 pair of up to 128 cores"), RedHat)],
        "xcp-ng" => [Line("vates", CostCategory.PlatformLicences, "Vates VMS Pro", servers, "host per year", Euro(1250), 12, "one for each host", Vates)],
        "xenserver" => [Hole("xs8", CostCategory.PlatformLicences, "XenServer 8 Premium", servers * 2, "socket per year",
            FormattableString.Invariant($"{servers} hosts × 2 sockets"), XenServer)],
        _ => [],
    };

    private static IEnumerable<CostLine> Hardware(ScenarioOption option, EstatePlan plan, AssumptionSet assumptions)
    {
        if (option.Hosts == HostPolicy.Refresh)
        {
            yield return Once("servers", CostCategory.Hardware, "Server 2 × 32 cores, 1.5 TiB", plan.HostsUsed, "server", Euro(24500), "all hosts replaced", Server);
            yield return Line("upkeep", CostCategory.HardwareMaintenance, "Upkeep of new servers", plan.HostsUsed, "server per year", Euro(2450), 12,
                "10 % of the price each year", assumptions[AssumptionIds.HardwareMaintenance].Provenance);
        }
        else
        {
            yield return Assumed("upkeep", CostCategory.HardwareMaintenance, "Upkeep of existing servers", plan.HostsUsed, "server per year",
                AssumptionIds.ExistingHostMaintenance, 12, "each host that stays", assumptions);
        }
    }

    private static IEnumerable<CostLine> Moving(int runningVms, AssumptionSet assumptions) =>
    [
        Line("moving", CostCategory.Migration, "Moving VMs", runningVms / 6m, "VM", new Money(250, Currency.Euro), 1, "all running VMs over six months",
            assumptions[AssumptionIds.MigrationPerVm].Provenance, until: 6),
        Line("parallel", CostCategory.Migration, "vSphere Foundation while VMs move", 912, "core per month", Dollar(14), 1, "today's cores, six months", Broadcom, until: 6),
        Once("training", CostCategory.Training, "Training of administrators", 80, "hour", Euro(95), "2 administrators × 40 hours",
            assumptions[AssumptionIds.TrainingHour].Provenance),
    ];

    private static CostLine Assumed(string id, CostCategory category, string label, decimal quantity, string unit, string assumption, int every, string rule, AssumptionSet set) =>
        Line(id, category, label, quantity, unit, set[assumption].LikelyMoney, every, rule, set[assumption].Provenance);

    private static string Cores(int cores) => FormattableString.Invariant($"{cores} cores, 16 per CPU and 72 per order at least");

    private static ScenarioOption Option(string id, string name, PlatformFamily platform, HostPolicy hosts, params string[] licences) => new()
    {
        Id = id, Name = name, Platform = platform, Hosts = hosts, Licences = [.. licences], Place = new SourcePlace("leave-vsphere.yaml", null, null, id),
    };

    private static Money Euro(decimal amount) => new(amount, Currency.Euro);

    private static Money Dollar(decimal amount) => new(amount, Currency.Dollar);
}
