using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Ingest.Catalogue;

/// <summary>Which VMs the committed table takes for a part of the platform, and which it leaves alone.</summary>
public sealed class PlatformVmFileTests
{
    private static readonly PlatformVmTable Table = PlatformVmFile.Read(DataFolder.Committed).Value!;

    [Theory]
    [InlineData("vCLS-0001", "Ubuntu Linux (64-bit)", null, "vSphere Cluster Services agent")]
    [InlineData("vCLS (12)", null, null, "vSphere Cluster Services agent")]
    [InlineData("vCLS-3f1c9a50-1b2e-4c7d-9e55-0242ac120002", null, null, "vSphere Cluster Services agent")]
    [InlineData("vcsa", "Other 3.x or later Linux (64-bit)", null, "vCenter Server appliance")]
    [InlineData("fra-vcenter01.example.com", "VMware Photon OS (64-bit)", null, "vCenter Server appliance")]
    [InlineData("mgmt-vc-1", "Other 3.x Linux (64-bit)", "VMware vCenter Server Appliance", "vCenter Server appliance")]
    [InlineData("old-vcenter", "SUSE Linux Enterprise 11 (64-bit)", null, "vCenter Server appliance")]
    [InlineData("nsx-manager-1", "Ubuntu Linux (64-bit)", null, "NSX Manager")]
    [InlineData("sfo-m01-nsx01a", "Ubuntu Linux (64-bit)", null, "NSX Manager")]
    [InlineData("nsx-edge-02", "Ubuntu Linux (64-bit)", null, "NSX Edge")]
    [InlineData("Mesh1-IX-I1", "Other 3.x Linux (64-bit)", null, "HCX service mesh appliance")]
    [InlineData("hcx-manager", "VMware Photon OS (64-bit)", null, "HCX Manager or Connector")]
    [InlineData("srm01", "VMware Photon OS (64-bit)", null, "Site Recovery Manager appliance")]
    [InlineData("vr-01", "Other Linux (64-bit)", "vSphere Replication Appliance", "vSphere Replication appliance")]
    [InlineData("vsan-witness-01", "VMware ESXi 8.0 or later", null, "vSAN witness appliance")]
    [InlineData("vrops01", "VMware Photon OS (64-bit)", null, "Aria (vRealize) appliance")]
    [InlineData("NTNX-18SM6E210123-A-CVM", "CentOS 7 (64-bit)", null, "Nutanix Controller VM")]
    [InlineData("NTNX-10-1-2-3-PCVM-1", null, null, "Nutanix Prism Central")]
    [InlineData("HostedEngine", "Red Hat Enterprise Linux 8", null, "oVirt hosted engine")]
    [InlineData("veeam-proxy-01", "Microsoft Windows Server 2022 (64-bit)", null, "Backup proxy")]
    [InlineData("fra-pxy-3", "Microsoft Windows Server 2022 (64-bit)", "Veeam backup proxy, site Frankfurt", "Backup proxy")]
    public void VMs_of_the_platform_are_known(string name, string? system, string? annotation, string role) =>
        Assert.Equal(role, Table.PartOf(Vm(name, system, annotation))?.Role.Name);

    // One mark alone is not enough, nor is a word somewhere in a longer name.
    [Theory]
    [InlineData("nsx-docs-web", "Ubuntu Linux (64-bit)", null)]
    [InlineData("nsx-manager-docs", "Ubuntu Linux (64-bit)", null)]
    [InlineData("vcenter-backup-db", "Microsoft Windows Server 2022 (64-bit)", "VMware vCenter Server backup database")]
    [InlineData("vcenter-backup-db", "SUSE Linux Enterprise 11 (64-bit)", null)]
    [InlineData("vcenter", "Ubuntu Linux (64-bit)", null)]
    [InlineData("vCLS-docs", "Ubuntu Linux (64-bit)", null)]
    [InlineData("sap-srm-prd", "SUSE Linux Enterprise 15 (64-bit)", "Supplier relationship management")]
    [InlineData("witness", "Microsoft Windows Server 2022 (64-bit)", "File share witness of the cluster")]
    [InlineData("web-proxy-01", "Ubuntu Linux (64-bit)", "Reverse proxy")]
    [InlineData("backup-server", "Microsoft Windows Server 2022 (64-bit)", "Veeam Backup & Replication")]
    [InlineData("hosted-engineering", "Ubuntu Linux (64-bit)", null)]
    [InlineData("paris-ne-r1", "Ubuntu Linux (64-bit)", null)]
    [InlineData("edge", "Ubuntu Linux (64-bit)", null)]
    [InlineData("app1", "VMware Photon OS (64-bit)", "VMware vCenter Server Appliance")]
    public void Ordinary_VMs_with_names_alike_are_left_alone(string name, string? system, string? annotation) =>
        Assert.Null(Table.PartOf(Vm(name, system, annotation)));

    [Fact]
    public void Every_row_of_the_table_has_two_marks_or_a_name_that_the_platform_gives() => Assert.All(
        Table.Marks,
        mark => Assert.True(
            new[] { mark.Name, mark.GuestOs, mark.Annotation }.Count(each => each is not null) >= 2
            || mark.Name!.ToString() is var name && (name.StartsWith('^') || name.Contains(")[-_ ]?(", StringComparison.Ordinal) || name.Contains("proxy", StringComparison.Ordinal)),
            mark.Role.Name));

    [Fact]
    public void A_data_folder_without_the_table_knows_no_VM_and_says_so()
    {
        using var folder = new TemporaryFolder();
        var reading = PlatformVmFile.Read(folder.At("."));
        Assert.Equal("platform-vms-missing", Assert.Single(reading.Findings).Code);
        Assert.Empty(reading.Value!.Marks);
    }

    [Fact]
    public void What_the_user_keeps_is_an_ordinary_VM_and_keeps_its_guest()
    {
        var estate = Estate.Of([Estate.Host("h")], [Vm("old-vcenter", "SUSE Linux Enterprise 11 (64-bit)", null) with { Guest = GuestFamily.Suse }]);
        var marked = Assert.Single(Table.Mark(estate, []).Vms);
        Assert.Equal(("vCenter Server appliance", GuestFamily.Other), (marked.Part?.Role.Name, marked.Guest));
        var kept = Assert.Single(Table.Mark(estate, [Estate.Named("old-*")]).Vms);
        Assert.Equal((null, GuestFamily.Suse, true), (kept.Part, kept.Guest, kept.IsKept));
    }

    private static VirtualMachine Vm(string name, string? system, string? annotation) => Estate.Vm(name) with { GuestOs = system, Annotation = annotation };
}
