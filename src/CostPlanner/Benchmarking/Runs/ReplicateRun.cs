using System.Collections.Immutable;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>Makes one replicate: a fresh boot of the set, its steps, its end, and what the samples come to.</summary>
internal sealed class ReplicateRun(RunContext ground, int number, string experiment, Action<Message> tell, CancellationToken calledOff)
{
    /// <summary>The replicate, rejected where anything went wrong; what was measured until then is kept.</summary>
    /// <param name="script">What is done.</param>
    /// <param name="figures">What the samples come to.</param>
    /// <param name="disturbed">Given what others did to the host meanwhile, where the replicate counts.</param>
    public Replicate Make(Script script, Func<ImmutableArray<GuestSample>, ImmutableSortedDictionary<string, double>> figures, Action<Disturbance> disturbed)
    {
        var log = new SampleLog();
        var before = QuietReading.Take();
        var numbers = ImmutableSortedDictionary<string, double>.Empty;
        Rejection? rejection = null;
        try
        {
            Do(script, log);
            numbers = figures(log.Samples);
        }
        catch (GuestException trouble)
        {
            rejection = trouble.Rejection;
        }

        var stretch = Disturbance.Between(before, QuietReading.Take());
        rejection ??= ground.Plan.RejectsUnquiet ? stretch.Rejection : null;
        if (rejection is null)
        {
            // What disturbed a replicate that does not count is in no figure of the run.
            disturbed(stretch);
        }

        return new Replicate
        {
            Number = number,
            Experiment = experiment,
            Guests = script.Guests.Length,
            Rejected = rejection,
            Samples = log.Samples,
            Figures = rejection is null ? numbers : ImmutableSortedDictionary<string, double>.Empty,
        };
    }

    private void Do(Script script, SampleLog log)
    {
        ground.RequireMemory(script);
        using var set = GuestSet.Start(ground, number, script.Guests, calledOff);
        if (script.Guests.Length > 0)
        {
            tell(Message.Of("progress.boot", ("guests", script.Guests.Length)));
            set.Boot(log);
        }

        var steps = new ScriptRun(ground, script, set, log, calledOff);
        foreach (var step in script.Steps)
        {
            tell(step.Words);
            steps.Do(step);
        }

        set.RequireHealth();
    }
}
