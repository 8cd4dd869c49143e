using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Hosts;

/// <summary>What programs of the host say of it; a program that is absent or does not answer leaves null and a reason.</summary>
/// <param name="Qemu">QEMU's version.</param>
/// <param name="WhyNoQemu">Why it is null.</param>
/// <param name="VirtualisedBy">The hypervisor that this system runs on, or "none".</param>
/// <param name="WhyNoVirtualisedBy">Why it is null.</param>
public sealed record HostTools(QemuVersion? Qemu, Message? WhyNoQemu, string? VirtualisedBy, Message? WhyNoVirtualisedBy)
{
    /// <summary>The answer of systemd-detect-virt where nothing is virtual.</summary>
    public const string BareMetal = "none";

    /// <summary>How QEMU is installed on Debian and Ubuntu.</summary>
    public static Message QemuInstallCommand { get; } = Message.Of("host.install-qemu");

    /// <summary>Where QEMU for this CPU may be; that of RHEL is on no path.</summary>
    private static readonly string[] QemuPrograms = ["qemu-system-x86_64", "/usr/libexec/qemu-kvm"];

    /// <summary>Asks the programs of this host, side by side; each is killed at the deadline.</summary>
    public static HostTools Ask(TimeSpan deadline, CancellationToken calledOff = default)
    {
        var virtualisation = Task.Run(() => AskVirtualisation(deadline, calledOff), calledOff);
        var (qemu, why) = AskQemu(deadline, calledOff);
        var (by, whyNot) = virtualisation.GetAwaiter().GetResult();
        return new HostTools(qemu, why, by, whyNot);
    }

    /// <summary>QEMU's version, or why it could not be had.</summary>
    public static (QemuVersion? Qemu, Message? Why) AskQemu(TimeSpan deadline, CancellationToken calledOff = default)
    {
        foreach (var program in QemuPrograms)
        {
            var run = ProgramRun.Of(program, ["--version"], deadline, calledOff);
            if (run.TimedOut)
            {
                return (null, run.Trouble);
            }

            if (run.Trouble is null)
            {
                var version = QemuVersion.Parse(run.Output);
                return (version, version is null ? Message.Of("host.not-qemu", ("program", program)) : null);
            }
        }

        return (null, Message.Of("host.no-qemu", ("programs", Message.List(QemuPrograms))));
    }

    /// <summary>The answer of systemd-detect-virt, one word; null when it is none.</summary>
    public static string? ParseVirtualisation(string output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var word = output.Trim();
        return word.Length > 0 && word.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_') ? word : null;
    }

    // --vm: without it a container hides the VM that it runs in. "none" comes with exit code 1.
    private static (string? By, Message? Why) AskVirtualisation(TimeSpan deadline, CancellationToken calledOff)
    {
        const string program = "systemd-detect-virt";
        var run = ProgramRun.Of(program, ["--vm"], deadline, calledOff);
        var by = ParseVirtualisation(run.Output);
        return run.TimedOut ? (null, run.Trouble)
            : run.Trouble is not null ? (null, Message.Of("host.not-installed", ("program", program)))
            : (by, by is null ? Message.Of("host.no-answer", ("program", program)) : null);
    }
}
