using CostPlanner.Model;

namespace CostPlanner.Ingest.Tables;

/// <summary>The kind of guest operating system that the words of VMware Tools or of the configuration file mean.</summary>
internal static class GuestFamilies
{
    // The first that fits counts: "Red Hat Fedora" is no Red Hat Enterprise Linux, "openSUSE" no SUSE Linux Enterprise.
    private static readonly (string Words, GuestFamily Family)[] Known =
    [
        ("Red Hat Enterprise", GuestFamily.RedHat),
        ("RHEL", GuestFamily.RedHat),
        ("SUSE Linux Enterprise", GuestFamily.Suse),
        ("SLES", GuestFamily.Suse),
        ("Oracle Linux", GuestFamily.OracleLinux),
        ("Oracle Enterprise Linux", GuestFamily.OracleLinux),
        ("Linux", GuestFamily.OtherLinux),
        ("Ubuntu", GuestFamily.OtherLinux),
        ("Debian", GuestFamily.OtherLinux),
        ("CentOS", GuestFamily.OtherLinux),
        ("Fedora", GuestFamily.OtherLinux),
        ("SUSE", GuestFamily.OtherLinux),
        ("Photon", GuestFamily.OtherLinux),
        ("CoreOS", GuestFamily.OtherLinux),
        ("Flatcar", GuestFamily.OtherLinux),
        ("Asianux", GuestFamily.OtherLinux),
        ("Mandriva", GuestFamily.OtherLinux),
    ];

    private static readonly string[] DesktopWindows = [
        "Professional",
        "XP",
        "Vista",
        "Windows 7",
        "Windows 8",
        "Windows 10",
        "Windows 11",
        "Windows 95",
        "Windows 98",
    ];

    /// <summary>The family of the first words that name one; Other where words are given and none is known.</summary>
    public static GuestFamily Of(params ReadOnlySpan<string?> words)
    {
        var family = GuestFamily.Unknown;
        foreach (var text in words)
        {
            if (text is null)
            {
                continue;
            }

            family = OfOne(text);
            if (family != GuestFamily.Other)
            {
                return family;
            }
        }

        return family;
    }

    private static GuestFamily OfOne(string text)
    {
        if (Has(text, "Windows") || Has(text, "Hyper-V Server"))
        {
            return !Has(text, "Server") && DesktopWindows.Any(desktop => Has(text, desktop)) ? GuestFamily.WindowsDesktop : GuestFamily.WindowsServer;
        }

        return Known.FirstOrDefault(known => Has(text, known.Words)) is { Words: not null } found ? found.Family : GuestFamily.Other;
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
