using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Model;

/// <summary>Which licence the platform of today runs by, of those that an inventory lists.</summary>
public class HeldPlatformTests
{
    private static readonly DateOnly Day = new(2026, 11, 30);
    private static readonly DateOnly Later = new(2028, 6, 30);
    private static readonly Catalogues Known = Catalogues.Read(Repository.Data).Value!;

    public static TheoryData<string, string, bool, string?, bool> Names => new()
    {
        { "vSphere 8 Enterprise Plus", "cpuCore:16core", false, "vmware-vsphere-enterprise-plus-2025", false },
        { "VMware vSphere 7 Enterprise Plus", "cpuPackage:32core", true, "vmware-vsphere7-enterprise-plus", true },
        { "VMware vSphere 8 Enterprise Plus for VCF", "cpuCore", false, "vmware-vcf-3y", false },
        { "VMware Cloud Foundation (cores)", "cpuCore", false, "vmware-vcf-3y", false },
        { "VMware vSphere Foundation", "cpuCore", false, "vmware-vvf-3y", false },
        { "vSphere 7 Standard", "cpuPackage:32core", true, "vmware-vsphere7-standard", true },
        { "VMware vSphere Standard (cores)", "cpuCore", false, "vmware-vvs-3y", false },
        { "VMware vSphere 6 Essentials Plus", "cpuPackage:6core", true, "vmware-vsphere5-essentials-plus", true },
        { "vSphere 5 Enterprise", "cpuPackage", true, "vmware-vsphere5-enterprise", true },
        { "vSphere 6 Enterprise", "cpuPackage", true, null, true },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_is_a_product_and_what_is_bought_once_is_owned(string name, string unit, bool never, string? product, bool owned)
    {
        var held = Of(new LicenceHolding(name, unit, 64, 64, never ? null : Later, Row(2)) { NeverExpires = never });
        Assert.Equal((product, owned, never ? null : Later), (held.Product, held.IsPerpetual, held.Ends));
        Assert.Equal(product is null, held.Findings.Any(finding => finding.Code == "licence-without-product"));
    }

    [Theory]
    [InlineData("vCenter Server 8 Standard")]
    [InlineData("VMware vSAN Enterprise Plus")]
    [InlineData("NSX Data Center Enterprise Plus")]
    public void What_runs_no_VMs_is_not_the_platform(string name) =>
        Assert.Equal((null, 0), (Of(new LicenceHolding(name, "server", 1, 1, Later, Row(2))).Name, Of(new LicenceHolding(name, "server", 1, 1, Later, Row(2))).Findings.Length));

    // 12 CPUs of hosts of 2 x 16 cores are 192 cores: more than 128 by the core.
    [Fact]
    public void Of_several_the_one_with_the_most_cores_is_the_contract_and_the_others_are_named()
    {
        var held = Of(
            new LicenceHolding("VMware vSphere Foundation", "cpuCore", 128, 128, Later, Row(2)),
            new LicenceHolding("vSphere 7 Standard", "cpuPackage:32core", 12, 12, null, Row(3)) { NeverExpires = true });
        Assert.Equal(("vSphere 7 Standard", "vmware-vsphere7-standard", 12L), (held.Name, held.Product, held.Units));
        Assert.Equal(["VMware vSphere Foundation"], held.Others);
        Assert.Contains(held.Findings, finding => finding.Code == "licences-several");
    }

    // Two vCenters list a key each of the same product and end: 96 + 96 cores, more than 128 of another.
    [Fact]
    public void Keys_of_several_vCenters_are_one_licence()
    {
        var held = Of(
            new LicenceHolding("VMware vSphere Foundation", "cpuCore", 96, 96, Later, Row(2)),
            new LicenceHolding("VMware Cloud Foundation", "cpuCore", 128, 128, Later, Row(3)),
            new LicenceHolding("VMware vSphere Foundation", "cpuCore", 96, 96, Later, Row(4)));
        Assert.Equal(("VMware vSphere Foundation", 192L), (held.Name, held.Units));
        Assert.Equal(["VMware Cloud Foundation"], held.Others);
    }

    [Fact]
    public void A_licence_that_has_ended_comes_last_and_leaves_the_end_open()
    {
        var old = new LicenceHolding("VMware vSphere Foundation", "cpuCore", 512, 512, new DateOnly(2026, 3, 31), Row(2));
        var now = new LicenceHolding("VMware Cloud Foundation", "cpuCore", 64, 64, Later, Row(3));
        Assert.Equal(("VMware Cloud Foundation", Later), (Of(old, now).Name, Of(old, now).Ends));
        var alone = Of(old);
        Assert.Equal((null, new DateOnly(2026, 3, 31)), (alone.Ends, alone.EndedOn));
        Assert.Contains(alone.Findings, finding => finding.Code == "licence-ended");
    }

    [Fact]
    public void A_trial_is_no_contract()
    {
        var held = Of(new LicenceHolding("Evaluation Mode", "", 0, 0, null, Row(2)) { NeverExpires = true });
        Assert.Null(held.Name);
        Assert.Equal(["licence-evaluation"], held.Findings.Select(finding => finding.Code));
    }

    [Fact]
    public void A_name_that_nobody_knows_is_told_and_not_taken() =>
        Assert.Equal(["licence-not-recognized"], Of(new LicenceHolding("Enterprise Virtualizer", "cpu", 4, 4, Later, Row(2))).Findings.Select(finding => finding.Code));

    // A subscription whose end cannot be read: it is no owned licence for that.
    [Fact]
    public void An_end_that_cannot_be_read_is_not_known_and_not_never()
    {
        var held = Of(new LicenceHolding("VMware vSphere Foundation", "cpuCore", 64, 64, null, Row(2)));
        Assert.Equal((null, false), (held.Ends, held.IsPerpetual));
    }

    private static HeldPlatform Of(params LicenceHolding[] holdings) =>
        HeldPlatform.Of(Estate.Of([Estate.Host("h1")], [Estate.Vm("a")]) with { Licences = [.. holdings] }, Known.LicenceNames, Known.Prices, Day);

    private static SourcePlace Row(int row) => new("test.xlsx", "vLicense", row);
}
