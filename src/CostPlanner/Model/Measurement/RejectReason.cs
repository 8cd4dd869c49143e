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
/// <param name="Words">What was seen, in words: "guest 3 said 7.87 s for 2.61 s".</param>
public sealed record Rejection(RejectReason Reason, string Words);

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
    public static string Sentence(this RejectReason reason) => reason switch
    {
        RejectReason.NotHardware => "The host does not run guests on hardware.",
        RejectReason.SuspectSpeed => "Guests ran far slower than the bare host.",
        RejectReason.ForeignLoad => "Something else used the host's CPU; what its kernel does for guests on threads of its own (encryption, RAID, ZFS, "
            + "merging of pages) cannot be told from that.",
        RejectReason.HostSteal => "A hypervisor below took CPU time from the host.",
        RejectReason.CpuPressure => "Tasks already waited for CPU before the run.",
        RejectReason.Swapping => "The host swapped while it measured.",
        RejectReason.MemoryFloor => "Too little memory was left on the host.",
        RejectReason.ThermalThrottling => "The CPU slowed itself down because it was hot.",
        RejectReason.CalibrationDrift => "The bare host was not as fast at the end as at the start.",
        RejectReason.HostClockStep => "The host's clock was set while it measured.",
        RejectReason.GuestClock => "A guest's clock did not run as the host's.",
        RejectReason.ClocksourceChanged => "A guest changed its source of time.",
        RejectReason.LostLine => "A line of a guest was lost.",
        RejectReason.BadMessage => "A guest sent what is no answer.",
        RejectReason.Flood => "A guest sent more than is allowed.",
        RejectReason.UnreadableOutput => "What a tool printed could not be read.",
        RejectReason.ToolFailed => "A tool ended with an error.",
        RejectReason.BootDeadline => "A guest did not come up in time.",
        RejectReason.CommandDeadline => "A guest did not answer in time.",
        RejectReason.RunDeadline => "The run took longer than it may.",
        RejectReason.GuestDied => "A guest ended by itself.",
        RejectReason.GuestPanic => "A guest's kernel gave up.",
        RejectReason.GuestOutOfMemory => "A guest ran out of memory.",
        RejectReason.HostKernelErrors => "The host's kernel reported errors.",
        RejectReason.CgroupThrottled => "A control group held a guest back.",
        RejectReason.StealDisagrees => "What a guest saw stolen and what the host saw waiting disagree.",
        RejectReason.NotStationary => "The figures were still moving within the window.",
        RejectReason.Noisy => "The figures scatter too much.",
        RejectReason.TooFewReplicates => "There are too few replicates that count.",
        RejectReason.DiskFull => "A disk was full.",
        RejectReason.QemuMissing => "QEMU is missing or did not start.",
        RejectReason.ConnectionLost => "The line to the host was cut.",
        RejectReason.Interrupted => "Somebody called the run off.",
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
