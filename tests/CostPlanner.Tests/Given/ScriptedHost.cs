using System.Collections.Immutable;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Tests.Given;

/// <summary>What was asked of one guest, or of the bare host, in a script.</summary>
/// <param name="Guest">The guest, or null for the bare host.</param>
/// <param name="Guests">How many guests there are.</param>
/// <param name="Working">How many do it at once.</param>
/// <param name="Words">The command, in words; the numbers that say how long and how much are among them.</param>
/// <param name="Replicate">The number of the replicate, from 1.</param>
/// <param name="Order">The number of the step, from 1; 0 for the boot.</param>
internal sealed record Asked(int? Guest, int Guests, int Working, ImmutableArray<string> Words, int Replicate, int Order);

/// <summary>What came back.</summary>
internal sealed record Told(string Output = "", params (string Name, double Value)[] Readings);

/// <summary>A host without guests: it does the scripts of an experiment, and a test says what comes back.</summary>
internal sealed class ScriptedHost(Func<Asked, Told> answer)
{
    private const int TooMany = 500;

    /// <summary>The experiment from its first replicate to its last.</summary>
    public ImmutableArray<Replicate> Run(Experiment experiment)
    {
        var made = ImmutableArray<Replicate>.Empty;
        while (experiment.Following(made) is { } script)
        {
            Assert.True(made.Length < TooMany, "the experiment does not end");
            made = made.Add(Replicate(experiment, script, made.Length + 1));
        }

        return made;
    }

    /// <summary>One replicate; every sample and figure in it is one that a record can hold.</summary>
    public Replicate Replicate(Experiment experiment, Script script, int number)
    {
        var samples = Samples(script, number).ToImmutableArray();
        var replicate = new Replicate
        {
            Number = number,
            Experiment = experiment.Name,
            Guests = script.Guests.Length,
            Samples = samples,
            Figures = experiment.Figures(samples),
        };
        Assert.Null(replicate.Problem);
        return replicate;
    }

    private IEnumerable<GuestSample> Samples(Script script, int replicate)
    {
        var all = Enumerable.Range(1, script.Guests.Length).Select(guest => (int?)guest).ToArray();
        int?[] host = [null];
        (string Command, bool IsWarmUp, int?[] Who) Of(ScriptStep step) => step switch
        {
            GuestWork work => (work.Command, work.IsWarmUp, work.Guest is { } one ? [one] : all),
            HostWork work => (work.Command, work.IsWarmUp, host),
            IdleTime => ("idle", false, all),
            MemoryTaken => (step.Words.Words(), false, all),
            KsmSettled => (step.Words.Words(), false, host),
            _ => (step.Words.Words(), false, []),
        };
        var steps = script.Steps.Select(Of).Prepend((Command: Script.Boot, IsWarmUp: false, Who: all)).ToArray();
        return
            from order in Enumerable.Range(0, steps.Length)
            let step = steps[order]
            from guest in step.Who
            let told = answer(new Asked(guest, all.Length, step.Who.Length, [.. step.Command.Split(' ')], replicate, order))
            select new GuestSample
            {
                Order = order,
                Guest = guest,
                Command = step.Command,
                IsWarmUp = step.IsWarmUp,
                HostSeconds = 10,
                GuestSeconds = guest is null ? null : 10,
                ExitCode = 0,
                Output = step.IsWarmUp ? "a warm-up is not read" : told.Output,
                Readings = told.Readings.ToImmutableSortedDictionary(reading => reading.Name, reading => reading.Value, StringComparer.Ordinal),
            };
    }
}
