using CostPlanner.Model;

namespace CostPlanner.Reporting.Templates;

/// <summary>
/// The scenario that a template writes, before anybody wrote it: reading the template's text gives the same, but for the lines that places name.
/// </summary>
internal static class DraftedScenario
{
    /// <summary>The editions that Windows Server guests are counted with.</summary>
    public static readonly WindowsLicences Windows = new("windows-server-2025-standard", "windows-server-2025-datacenter");

    /// <summary>The subscriptions that Red Hat guests are counted with.</summary>
    public static readonly RedHatLicences RedHat = new("rhel-server-standard", "rhel-vdc-standard");

    private const int Years = 5;

    private static readonly (string Id, string Name, PlatformFamily Platform, string Product)[] Offers =
    [
        ("vvf", "vSphere, VVF", PlatformFamily.VSphere, "vmware-vvf-3y"),
        ("vcf", "vSphere, VCF", PlatformFamily.VSphere, "vmware-vcf-3y"),
        ("proxmox", "KVM, Proxmox VE Standard", PlatformFamily.Kvm, "proxmox-ve-standard"),
        ("openshift", "KVM, OpenShift Virtualization Engine", PlatformFamily.Kvm, "openshift-virtualization-engine"),
        ("kvm", "KVM, no subscription", PlatformFamily.Kvm, "kvm-plain"),
        ("xcp-ng", "Xen, XCP-ng with Vates support", PlatformFamily.Xen, "vates-vms-enterprise"),
        ("xenserver", "Xen, XenServer 8 Premium", PlatformFamily.Xen, "xenserver-8-premium"),
    ];

    /// <summary>The first option that stays on the platform of today; of a platform that is not known the first of all.</summary>
    public static string BaselineOf(Inventory inventory) => Offers.First(offer => offer.Platform == inventory.Platform).Id;

    /// <summary>The scenario of a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="newHost">The server bought, by its id.</param>
    /// <param name="hosts">What happens to the hosts, in every option.</param>
    public static Scenario Of(ScenarioTemplate template, string newHost, HostPolicy hosts)
    {
        var inventory = template.Inventory;
        var file = ScenarioTemplate.FileName(inventory);
        var place = new SourcePlace(file);
        return new Scenario
        {
            Name = Path.GetFileNameWithoutExtension(file),
            Title = "Leave vSphere? " + Path.GetFileNameWithoutExtension(inventory.Files[0]),
            AsOf = template.AsOf,
            Currency = Currency.Euro,
            Grid = GridCarbon.DefaultPlace,
            HorizonYears = Years,
            Seed = 1,
            InventoryFile = template.InventoryPath,
            Failover = Scenario.UsualFailover,
            Baseline = BaselineOf(inventory),
            NewHosts = [newHost],
            LeaveOut = [.. template.LeaveOut.Select(misfit => new VmSelector(VmTrait.Name, Named(misfit.Demand.Vm, inventory), place))],
            Windows = Runs(inventory, GuestFamily.WindowsServer) ? Windows : null,
            Contract = template.Contract.Contract(place),
            RedHat = Runs(inventory, GuestFamily.RedHat) ? RedHat : null,
            Options =
            [
                .. Offers.Select(offer => new ScenarioOption
                {
                    Id = offer.Id,
                    Name = offer.Platform == PlatformFamily.VSphere && inventory.Platform == PlatformFamily.VSphere ? "Stay on " + offer.Name : offer.Name,
                    Platform = offer.Platform,
                    Hosts = hosts,
                    Licences = [offer.Product],
                    Place = place,
                }),
            ],
        };
    }

    /// <summary>A VM by its name, or by its id where others have the same name.</summary>
    private static string Named(VirtualMachine vm, Inventory inventory) => inventory.Vms.Count(other => other.Name == vm.Name) == 1 ? vm.Name : vm.Id;

    private static bool Runs(Inventory inventory, GuestFamily system) => inventory.Vms.Any(vm => vm.Runs && vm.Guest == system);
}
