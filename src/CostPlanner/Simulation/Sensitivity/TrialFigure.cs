using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Simulation.Sensitivity;

/// <summary>The figure of a trial whose causes are asked; null where the trial has none.</summary>
public delegate decimal? TrialFigure(TrialOutcome outcome);

/// <summary>The figures that are asked about.</summary>
public static class TrialFigures
{
    /// <summary>What an option costs.</summary>
    public static TrialFigure Total(int option) => outcome => outcome.Options[option].Total;

    /// <summary>What the baseline costs, less what the option costs.</summary>
    public static TrialFigure Saving(int option, int baseline) => outcome => outcome.Options[baseline].Total - outcome.Options[option].Total;
}
