using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Processes;

/// <summary>Why the guest cannot be assembled on this machine, in words for its user; caught where the work began.</summary>
internal sealed class ImageException(Finding finding) : Exception(finding.Message.ToString())
{
    /// <summary>What an absent command is called for scripts.</summary>
    public const string CommandMissing = "command-missing";

    /// <summary>What packages that cannot be had are called for scripts: no network, no such package, a mirror that has moved on.</summary>
    public const string PackagesUnreachable = "packages-unreachable";

    /// <summary>What was found, where, and how to mend it.</summary>
    public Finding Finding { get; } = finding;

    /// <summary>An error of that code, about that place.</summary>
    public static ImageException Of(string code, Message message, string place, Message? mend = null) =>
        new(new Finding(Severity.Error, code, message, new SourcePlace(place), Mend: mend));
}
