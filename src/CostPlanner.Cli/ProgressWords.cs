using System.Globalization;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies.Progress;

namespace CostPlanner.Cli;

/// <summary>How far long work is, in the words that a person sees who watches.</summary>
internal static class ProgressWords
{
    /// <summary>The words of a moment.</summary>
    public static string Of(StudyProgress progress) => progress switch
    {
        { Stage: StudyStage.Trials, Of: { } most } => Words.Of(
            "commands.progress.of-at-most-trials",
            ("done", progress.Done.ToString("#,0", CultureInfo.InvariantCulture)),
            ("most", most.ToString("#,0", CultureInfo.InvariantCulture))),
        { Stage: StudyStage.BreakEvens, Keys.IsNone: false } => Words.Of(
            "commands.progress.values",
            ("keys", progress.Keys),
            ("done", progress.Done.ToString("#,0", CultureInfo.InvariantCulture))),
        { Of: { } all, Done: > 0 } => Words.Of(
            "commands.progress.of",
            ("value", Of(progress.Stage)),
            ("done", progress.Done.ToString("#,0", CultureInfo.InvariantCulture)),
            ("all", all.ToString("#,0", CultureInfo.InvariantCulture))),
        _ => Of(progress.Stage),
    };

    private static string Of(StudyStage stage) => stage switch
    {
        StudyStage.Case => Words.Of("commands.progress.study-stage.case"),
        StudyStage.Claim => Words.Of("commands.progress.study-stage.claim"),
        StudyStage.Sizing => Words.Of("commands.progress.study-stage.sizing"),
        StudyStage.Evidence => Words.Of("commands.progress.study-stage.evidence"),
        StudyStage.Runway => Words.Of("commands.progress.study-stage.runway"),
        StudyStage.Scope => Words.Of("commands.progress.study-stage.scope"),
        StudyStage.Sweep => Words.Of("commands.progress.study-stage.sweep"),
        StudyStage.Trials => Words.Of("commands.progress.study-stage.trials"),
        StudyStage.Causes => Words.Of("commands.progress.study-stage.causes"),
        StudyStage.BreakEvens => Words.Of("commands.progress.study-stage.break-evens"),
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "not a stage"),
    };
}
