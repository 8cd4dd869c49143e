using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing.Claims;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Reporting.Text;

/// <summary>The words that the report has for the model's terms.</summary>
internal static class Wording
{
    public const string AtLeast = "at least";

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
        Dimension.Memory => "memory",
        Dimension.LocalStorage => "storage inside the hosts",
        Dimension.Iops => "disk operations",
        Dimension.Network => "network traffic",
        _ => dimension.ToString(),
    };

    public static string Of(GuestFamily family) => family switch
    {
        GuestFamily.Unknown => "not said",
        GuestFamily.WindowsServer => "Windows Server",
        GuestFamily.WindowsDesktop => "Windows, desktop",
        GuestFamily.RedHat => "Red Hat Enterprise Linux",
        GuestFamily.Suse => "SUSE Linux Enterprise",
        GuestFamily.OracleLinux => "Oracle Linux",
        GuestFamily.OtherLinux => "other Linux",
        _ => "other",
    };

    public static string Of(HostPolicy policy, bool seeksLeastCost) => policy switch
    {
        HostPolicy.Reuse when seeksLeastCost => "cheapest hosts",
        HostPolicy.Reuse => "fewest existing hosts",
        HostPolicy.KeepAll => "all existing hosts",
        HostPolicy.Refresh => "new hosts",
        _ => policy.ToString(),
    };

    public static string Of(ClaimScope scope) => scope switch
    {
        ClaimScope.PlatformLicences => "Platform licences",
        ClaimScope.PlatformAndHardware => "Platform with hardware",
        ClaimScope.Everything => "All costs",
        _ => scope.ToString(),
    };

    public static string Of(Grade grade) => grade switch
    {
        Grade.M => "M, placeholder",
        _ => grade.ToString(),
    };

    public static string Years(int years) => Printed.Count(years, "year");

    public static string AllCosts(int years) => $"of all costs over {Years(years)}";

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
