using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Progress;

namespace CostPlanner.Cli;

/// <summary>How far long work is, in the words that a person sees who watches.</summary>
internal static class ProgressWords
{
    /// <summary>The words of a moment.</summary>
    public static string Of(StudyProgress progress) => progress switch
    {
        { Stage: StudyStage.Trials, Of: { } most } => FormattableString.Invariant($"{progress.Done:#,0} of at most {most:#,0} trials"),
        { Stage: StudyStage.BreakEvens, Keys.IsNone: false } => FormattableString.Invariant($"{Sentences.Of(progress.Keys)}: {progress.Done:#,0} values"),
        { Of: { } all, Done: > 0 } => FormattableString.Invariant($"{Of(progress.Stage)}, {progress.Done:#,0} of {all:#,0}"),
        _ => Of(progress.Stage),
    };

    private static string Of(StudyStage stage) => stage switch
    {
        StudyStage.Case => "Placing VMs and pricing",
        StudyStage.Claim => "Judging the claim of 2013",
        StudyStage.Sizing => "Sizing VMs by what they used",
        StudyStage.Evidence => "Holding the assumptions against today's estate",
        StudyStage.Runway => "Placing VMs month by month",
        StudyStage.Scope => "Planning by site",
        StudyStage.Sweep => "Working out the sweep",
        StudyStage.Trials => "Running trials",
        StudyStage.Causes => "Looking for causes",
        StudyStage.BreakEvens => "Looking for break-evens",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "not a stage"),
    };
}
