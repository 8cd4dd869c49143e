using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Lines;

/// <summary>What is said of one quantity or price, part after part.</summary>
internal static class Clauses
{
    /// <summary>The parts that there are as one message; null for none.</summary>
    public static Message? Of(params ReadOnlySpan<Message?> parts) => Joined([.. parts]);

    /// <summary>The parts that there are as one message; null for none.</summary>
    public static Message? Joined(IEnumerable<Message?> parts) => parts.OfType<Message>().ToImmutableArray() switch
    {
        [] => null,
        [var only] => only,
        var several => Message.Of("clauses", ("clauses", Message.List(several))),
    };

    /// <summary>A part that is always there, with those that there are.</summary>
    public static Message With(Message first, params ReadOnlySpan<Message?> parts) => Joined([first, .. parts])!;
}
