using System.Collections.Immutable;
using System.Text;

namespace CostPlanner.Model;

/// <summary>Why a replicate or a run does not count: a closed list.</summary>
/// <remarks>The words that files hold are the names in lower case with hyphens; a name that was once written is never changed.</remarks>
public enum RejectReason
{
    /// <summary>The host does not run guests on hardware.</summary>
    NotHardware,

    /// <summary>Guests ran far slower than the bare host, whatever the class says.</summary>
    SuspectSpeed,

    /// <summary>Something else used the host's CPU before or during the run.</summary>
    ForeignLoad,

    /// <summary>The host's own CPU time was taken by a hypervisor below.</summary>
    HostSteal,

    /// <summary>Tasks already waited for CPU before the run.</summary>
    CpuPressure,

    /// <summary>The host swapped while it measured.</summary>
    Swapping,

    /// <summary>Too little memory was left.</summary>
    MemoryFloor,

    /// <summary>The CPU slowed itself down because it was hot.</summary>
    ThermalThrottling,

    /// <summary>The bare host was not as fast at the end as at the start.</summary>
    CalibrationDrift,

    /// <summary>The host's clock was set while it measured.</summary>
    HostClockStep,

    /// <summary>A guest's clock did not run as the host's.</summary>
    GuestClock,

    /// <summary>A guest changed its source of time.</summary>
    ClocksourceChanged,

    /// <summary>A line of a guest was lost.</summary>
    LostLine,

    /// <summary>A guest sent what is no answer.</summary>
    BadMessage,

    /// <summary>A guest sent more than is allowed.</summary>
    Flood,

    /// <summary>What a tool printed could not be read.</summary>
    UnreadableOutput,

    /// <summary>A tool ended with an error.</summary>
    ToolFailed,

    /// <summary>A guest did not come up in time.</summary>
    BootDeadline,

    /// <summary>A guest did not answer in time.</summary>
    CommandDeadline,

    /// <summary>The run took longer than it may.</summary>
    RunDeadline,

    /// <summary>A guest ended by itself.</summary>
    GuestDied,

    /// <summary>A guest's kernel gave up.</summary>
    GuestPanic,

    /// <summary>A guest ran out of memory.</summary>
    GuestOutOfMemory,

    /// <summary>The host's kernel reported errors.</summary>
    HostKernelErrors,

    /// <summary>A control group held a guest back.</summary>
    CgroupThrottled,

    /// <summary>What a guest saw stolen and what the host saw waiting disagree.</summary>
    StealDisagrees,

    /// <summary>The figures were still moving within the window.</summary>
    NotStationary,

    /// <summary>The figures scatter too much.</summary>
    Noisy,

    /// <summary>There are too few replicates that count.</summary>
    TooFewReplicates,

    /// <summary>A disk was full.</summary>
    DiskFull,

    /// <summary>QEMU is missing or did not start.</summary>
    QemuMissing,

    /// <summary>The line to the host was cut.</summary>
    ConnectionLost,

    /// <summary>Somebody called the run off.</summary>
    Interrupted,
}

/// <summary>A reason with what was seen.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Words">What was seen: "guest 3 said 7.87 s for 2.61 s".</param>
public sealed record Rejection(RejectReason Reason, Message Words);

/// <summary>The reasons as files spell them and as people read them.</summary>
public static class RejectReasons
{
    private static readonly ImmutableSortedDictionary<RejectReason, string> ByReason =
        Enum.GetValues<RejectReason>().ToImmutableSortedDictionary(reason => reason, reason => Hyphened(reason.ToString()));

    /// <summary>The reason's word: "guest-clock".</summary>
    public static string Word(this RejectReason reason) => ByReason[reason];

    /// <summary>The reason that a word spells, or null.</summary>
    public static RejectReason? Of(string word)
    {
        foreach (var (reason, known) in ByReason)
        {
            if (known == word)
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>What must not be, in a sentence.</summary>
    public static Message Sentence(this RejectReason reason) => reason switch
    {
        RejectReason.NotHardware => Message.Of("reject.not-hardware"),
        RejectReason.SuspectSpeed => Message.Of("reject.suspect-speed"),
        RejectReason.ForeignLoad => Message.Of("reject.foreign-load"),
        RejectReason.HostSteal => Message.Of("reject.host-steal"),
        RejectReason.CpuPressure => Message.Of("reject.cpu-pressure"),
        RejectReason.Swapping => Message.Of("reject.swapping"),
        RejectReason.MemoryFloor => Message.Of("reject.memory-floor"),
        RejectReason.ThermalThrottling => Message.Of("reject.thermal-throttling"),
        RejectReason.CalibrationDrift => Message.Of("reject.calibration-drift"),
        RejectReason.HostClockStep => Message.Of("reject.host-clock-step"),
        RejectReason.GuestClock => Message.Of("reject.guest-clock"),
        RejectReason.ClocksourceChanged => Message.Of("reject.clocksource-changed"),
        RejectReason.LostLine => Message.Of("reject.lost-line"),
        RejectReason.BadMessage => Message.Of("reject.bad-message"),
        RejectReason.Flood => Message.Of("reject.flood"),
        RejectReason.UnreadableOutput => Message.Of("reject.unreadable-output"),
        RejectReason.ToolFailed => Message.Of("reject.tool-failed"),
        RejectReason.BootDeadline => Message.Of("reject.boot-deadline"),
        RejectReason.CommandDeadline => Message.Of("reject.command-deadline"),
        RejectReason.RunDeadline => Message.Of("reject.run-deadline"),
        RejectReason.GuestDied => Message.Of("reject.guest-died"),
        RejectReason.GuestPanic => Message.Of("reject.guest-panic"),
        RejectReason.GuestOutOfMemory => Message.Of("reject.guest-out-of-memory"),
        RejectReason.HostKernelErrors => Message.Of("reject.host-kernel-errors"),
        RejectReason.CgroupThrottled => Message.Of("reject.cgroup-throttled"),
        RejectReason.StealDisagrees => Message.Of("reject.steal-disagrees"),
        RejectReason.NotStationary => Message.Of("reject.not-stationary"),
        RejectReason.Noisy => Message.Of("reject.noisy"),
        RejectReason.TooFewReplicates => Message.Of("reject.too-few-replicates"),
        RejectReason.DiskFull => Message.Of("reject.disk-full"),
        RejectReason.QemuMissing => Message.Of("reject.qemu-missing"),
        RejectReason.ConnectionLost => Message.Of("reject.connection-lost"),
        RejectReason.Interrupted => Message.Of("reject.interrupted"),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "not a reason"),
    };

    private static string Hyphened(string name)
    {
        var word = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && word.Length > 0)
            {
                word.Append('-');
            }

            word.Append(char.ToLowerInvariant(letter));
        }

        return word.ToString();
    }
}
