using System.CommandLine;

namespace CostPlanner.Cli;

/// <summary>Options that several commands share.</summary>
internal static class SharedOptions
{
    /// <summary>The data folder beside the program.</summary>
    public static string UsualData => Path.Combine(AppContext.BaseDirectory, "data");

    /// <summary>--json: results as JSON.</summary>
    public static Option<bool> Json() => new("--json") { Description = "Print the result as JSON." };

    /// <summary>--data: the folder of prices, hosts and assumptions; by default the one beside the program.</summary>
    public static Option<string> Data() => new("--data")
    {
        Description = "The folder of prices, hosts and assumptions.",
        DefaultValueFactory = _ => UsualData,
    };

    /// <summary>--browser: the browser that prints the PDF.</summary>
    public static Option<string?> Browser() => new("--browser")
    {
        Description = "The Chromium-family browser that prints the PDF; by default $COSTPLANNER_BROWSER, chromium, google-chrome or microsoft-edge.",
    };

    /// <summary>--html: a page with tables and charts, beside what is printed.</summary>
    public static Option<string?> Html() => new("--html") { Description = "Also write a page with tables and charts to this file; it needs nothing else." };

    /// <summary>--mask-names: ordinals in the place of names.</summary>
    public static Option<string?> MaskNames() => new("--mask-names")
    {
        Description = "Replace every name of a VM, host, cluster, data centre, datastore and domain by an ordinal in all outputs; which is which goes to this "
            + "file alone, which only you may read.",
        HelpName = "KEYFILE",
    };

    /// <summary>A run's record as an argument.</summary>
    public static Argument<string> Run(string name) =>
        new(name) { Description = "The record of a run (.json), or the id of one in measurements/ of the data folder." };

    /// <summary>--device: the KVM device; for tests, so it is not listed.</summary>
    public static Option<string> KvmDevice() => new("--device")
    {
        Description = "The KVM device.",
        DefaultValueFactory = _ => Benchmarking.Probe.KvmDevice.Usual,
        Hidden = true,
    };
}
