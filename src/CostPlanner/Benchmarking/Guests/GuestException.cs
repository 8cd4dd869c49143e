using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Guests;

/// <summary>A guest did what no guest may: the reason by name, and what was seen. Whoever catches it ends the guest.</summary>
internal sealed class GuestException : Exception
{
    private GuestException(Rejection rejection)
        : base($"{rejection.Reason.Word()}: {rejection.Words.ToString()}") => Rejection = rejection;

    /// <summary>Why what the guest measured does not count; its words hold no control characters.</summary>
    public Rejection Rejection { get; }

    internal static GuestException Of(RejectReason reason, Message words) => new(new Rejection(reason, words.WithTexts(Printable.Line)));
}
