using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>
/// Faults planted in guests on purpose, each of which must end in its own reason within its deadline: the self-test of what keeps bad guests from being
/// believed.
/// </summary>
/// <param name="Fault">The fault, as the guest is told.</param>
/// <param name="Expected">The reason that it must end in.</param>
/// <param name="Deadline">How long the guest may take to answer.</param>
public sealed record FaultDrill(string Fault, RejectReason Expected, TimeSpan Deadline)
{
    /// <summary>The check of a run that all faults ended as they must.</summary>
    public const string CheckName = "planted-faults";

    private const int MemoryMib = 192;
    private static readonly TimeSpan ForOne = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(3);

    /// <summary>Every fault that a guest can be told to have.</summary>
    public static ImmutableArray<FaultDrill> All { get; } =
    [
        new("hang", RejectReason.CommandDeadline, Short),
        new("flood", RejectReason.Flood, ForOne),
        new("badjson", RejectReason.BadMessage, ForOne),
        new("panic", RejectReason.GuestPanic, ForOne),
        new("clock", RejectReason.GuestClock, ForOne),
        new("die", RejectReason.GuestDied, ForOne),
        new("fill", RejectReason.DiskFull, ForOne),
    ];

    /// <summary>The experiment of its replicate in the record.</summary>
    public string Name => $"fault-{Fault}";

    /// <summary>Boots a guest, plants the fault and says what came of it; null where nothing was noticed.</summary>
    internal Rejection? Plant(RunContext ground, int number)
    {
        using var guest = ground.Run.Start(ground.Faulty(FormattableString.Invariant($"{number}-{Fault}"), new GuestShape(1, MemoryMib)));
        try
        {
            guest.Continue();
            guest.Boot(ground.Plan.ToBoot);
            var answer = guest.Timed(GuestCommand.Of("fault", Fault), Deadline);
            ExitMeaning.Require(answer.ExitCode, GuestCommand.Of("fault", Fault), answer.Output);

            // A full disk is noticed by the next that wants to write.
            var next = guest.Ask("ping", Deadline);
            ExitMeaning.Require(next.ExitCode, "ping", next.Output);
            return null;
        }
        catch (GuestException trouble)
        {
            return trouble.Rejection;
        }
    }

    /// <summary>Whether all faults ended as they must.</summary>
    public static ValidityCheck Check(IReadOnlyCollection<(FaultDrill Drill, Rejection? Seen)> drills)
    {
        var wrong = drills.Where(each => each.Seen?.Reason != each.Drill.Expected)
            .Select(each => Message.Of(
                "fault.told", ("fault", each.Drill.Fault), ("reason", each.Seen?.Reason.Word() is { } seen ? seen : Message.Of("fault.not-noticed"))))
            .ToArray();
        return new ValidityCheck(
            CheckName,
            wrong.Length == 0 ? Message.Of("fault.all", ("faults", drills.Count)) : Message.Of("list", ("entries", Message.List(wrong))),
            Message.Of("fault.limit"),
            wrong.Length == 0,
            Message.Of("fault.not-told"));
    }
}
