using CostPlanner.Model;

namespace CostPlanner.Studies.Progress;

/// <summary>What long work is at.</summary>
public enum StudyStage
{
    /// <summary>Placing and pricing the options.</summary>
    Case,

    /// <summary>Judging the claim of 2013.</summary>
    Claim,

    /// <summary>Sizing VMs by what they used.</summary>
    Sizing,

    /// <summary>Holding the assumptions against today's estate.</summary>
    Evidence,

    /// <summary>Looking how long pools last; counted by pools.</summary>
    Runway,

    /// <summary>Planning by site.</summary>
    Scope,

    /// <summary>Working out the points of a sweep; counted by points.</summary>
    Sweep,

    /// <summary>Drawing trials; counted by trials.</summary>
    Trials,

    /// <summary>Looking for the causes of uncertainty.</summary>
    Causes,

    /// <summary>Looking where the winner changes; counted by values of the key.</summary>
    BreakEvens,
}

/// <summary>How far long work is: what a screen, a log or a web page is told. It says nothing in words.</summary>
/// <param name="Stage">What it is at.</param>
/// <param name="Done">Parts of the stage that are done: 0 when it begins.</param>
/// <param name="Of">Of how many, at most; null where that is not known.</param>
public sealed record StudyProgress(StudyStage Stage, int Done = 0, int? Of = null)
{
    /// <summary>The keys that are looked at, where the stage looks at one after the other; else none.</summary>
    public Message Keys { get; init; } = Message.None;
}

/// <summary>Counts the parts of a stage that are done, on any thread, and tells each.</summary>
/// <param name="to">Who is told; null for nobody.</param>
/// <param name="stage">The stage.</param>
/// <param name="of">Of how many parts, at most; null where that is not known.</param>
/// <param name="keys">The keys that are looked at.</param>
internal sealed class CountedParts(IProgress<StudyProgress>? to, StudyStage stage, int? of = null, Message? keys = null)
{
    private int done;

    /// <summary>One more part is done.</summary>
    public void Next()
    {
        var now = Interlocked.Increment(ref done);
        to?.Report(new StudyProgress(stage, now, of) { Keys = keys ?? Message.None });
    }
}
