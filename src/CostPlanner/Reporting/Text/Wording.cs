using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Claims;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Reporting.Text;

/// <summary>The words that the report has for the model's terms.</summary>
internal static class Wording
{
    public static string AtLeast => Words.Of("common.at-least");

    public static string Of(CostCategory category) => category switch
    {
        CostCategory.PlatformLicences => Sentences.Of(Message.Of("category.platform-licences")),
        CostCategory.TodaysContract => Sentences.Of(Message.Of("category.todays-contract")),
        CostCategory.GuestLicences => Sentences.Of(Message.Of("category.guest-licences")),
        CostCategory.Hardware => Sentences.Of(Message.Of("category.hardware")),
        CostCategory.HardwareMaintenance => Sentences.Of(Message.Of("category.hardware-maintenance")),
        CostCategory.Energy => Sentences.Of(Message.Of("category.energy")),
        CostCategory.Rack => Sentences.Of(Message.Of("category.rack")),
        CostCategory.Staff => Sentences.Of(Message.Of("category.staff")),
        CostCategory.Migration => Sentences.Of(Message.Of("category.migration")),
        CostCategory.DoubleRunning => Sentences.Of(Message.Of("category.double-running")),
        CostCategory.Training => Sentences.Of(Message.Of("category.training")),
        _ => category.ToString(),
    };

    public static string Of(PlatformFamily platform) => platform switch
    {
        PlatformFamily.VSphere => "vSphere",
        PlatformFamily.Kvm => "KVM",
        PlatformFamily.Xen => "Xen",
        _ => platform.ToString(),
    };

    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.Cpu => "CPU",
        Dimension.Memory => Words.Of("terms.dimension.memory"),
        Dimension.LocalStorage => Words.Of("terms.dimension.local-storage"),
        Dimension.Iops => Words.Of("terms.dimension.iops"),
        Dimension.Network => Words.Of("terms.dimension.network"),
        _ => dimension.ToString(),
    };

    public static string Of(GuestFamily family) => family switch
    {
        GuestFamily.Unknown => Words.Of("common.not-said"),
        GuestFamily.WindowsServer => Words.Of("terms.guest-family.windows-server"),
        GuestFamily.WindowsDesktop => Words.Of("terms.guest-family.windows-desktop"),
        GuestFamily.RedHat => Words.Of("terms.guest-family.red-hat"),
        GuestFamily.Suse => Words.Of("terms.guest-family.suse"),
        GuestFamily.OracleLinux => Words.Of("terms.guest-family.oracle-linux"),
        GuestFamily.OtherLinux => Words.Of("terms.guest-family.other-linux"),
        _ => Words.Of("terms.other"),
    };

    public static string Of(HostPolicy policy, bool seeksLeastCost) => policy switch
    {
        HostPolicy.Reuse when seeksLeastCost => Words.Of("terms.host-policy.reuse"),
        HostPolicy.Reuse => Words.Of("terms.fewest-existing-hosts"),
        HostPolicy.KeepAll => Words.Of("terms.host-policy.keep-all"),
        HostPolicy.Refresh => Words.Of("terms.host-policy.refresh"),
        _ => policy.ToString(),
    };

    public static string Of(ClaimScope scope) => scope switch
    {
        ClaimScope.PlatformLicences => Words.Of("terms.claim-scope.platform-licences"),
        ClaimScope.PlatformAndHardware => Words.Of("terms.claim-scope.platform-and-hardware"),
        ClaimScope.Everything => Words.Of("terms.claim-scope.everything"),
        _ => scope.ToString(),
    };

    public static string Of(Grade grade) => grade switch
    {
        Grade.M => Words.Of("terms.grade.m"),
        _ => grade.ToString(),
    };

    public static string Years(int years) => Printed.Count(years, "year");

    public static string AllCosts(int years) => Words.Of("terms.of-all-costs-over", ("years", Years(years)));

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
