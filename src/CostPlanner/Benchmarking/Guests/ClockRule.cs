using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>
/// A guest's clock against the host's, between two answers of the guest. A guest's clock can run at several times the speed and say nothing of it.
/// </summary>
public static class ClockRule
{
    /// <summary>By which share of the host's time a guest's may differ.</summary>
    public const double MostOff = 0.01;

    /// <summary>What two readings of an uptime of hundredths can be off by, in seconds.</summary>
    private const double Grain = 0.01;

    /// <summary>
    /// Why the guest's time does not count, or null. When a guest read its clock is known only to lie between the question and its answer: what no moment in
    /// between makes right is rejected, so that a slow line rejects nothing, and the two must be far apart (5 s) for the rule to see 1 %.
    /// </summary>
    public static Rejection? Check(GuestAnswer first, GuestAnswer second)
    {
        var guest = second.Up0 - first.Up0;
        var shortest = (second.Sent - first.Received).TotalSeconds;
        var longest = (second.Received - first.Sent).TotalSeconds;
        return guest + Grain < shortest * (1 - MostOff) || guest - Grain > longest * (1 + MostOff)
            ? new Rejection(
                RejectReason.GuestClock, Message.Of("guest.clock", ("guest", guest), ("shortest", shortest), ("longest", longest)))
            : null;
    }
}
