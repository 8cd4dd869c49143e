using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The error of a text that is no scenario at all.</summary>
internal static class NotAScenario
{
    /// <summary>The error.</summary>
    /// <param name="place">Where it was seen.</param>
    /// <param name="why">Why it is none, as the rest of a sentence.</param>
    /// <param name="done">What was done, or null.</param>
    public static Finding Of(SourcePlace place, Message why, Message? done = null) =>
        new(Severity.Error, "not-a-scenario", Message.Of("not-a-scenario", ("why", why)), place, done, Message.Of("not-a-scenario.mend"));
}
