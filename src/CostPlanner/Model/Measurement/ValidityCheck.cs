namespace CostPlanner.Model;

/// <summary>Something that must hold for a run to count, and whether it did.</summary>
/// <param name="Name">Its name, in lower case with hyphens; one that failed is a <see cref="RejectReason"/> by its word.</param>
/// <param name="Value">What was found, with its unit: "1.2 %", "kvm-clock".</param>
/// <param name="Limit">What is allowed: "at most 3 %".</param>
/// <param name="Passed">Whether it held.</param>
/// <param name="Words">What would keep the run from counting, in a sentence.</param>
public sealed record ValidityCheck(string Name, Message Value, Message Limit, bool Passed, Message Words)
{
    /// <summary>The check that a reject reason names.</summary>
    public static ValidityCheck Of(RejectReason reason, Message value, Message limit, bool passed) =>
        new(reason.Word(), value, limit, passed, reason.Sentence());

    /// <summary>The check on one line: "calibration-drift: 4.1 %, at most 3 %".</summary>
    public Message Line => Message.Of("check.line", ("check", Name), ("value", Value), ("limit", Limit));
}
