using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>
/// The replicates of an interrupted run against the plan as it is now. How much memory is free decides how many guests a set has, so the same options may come
/// to other sets.
/// </summary>
internal static class EarlierReplicates
{
    /// <summary>Why the plan cannot go on from them, or null where each is what the plan would have made next.</summary>
    public static Message? WhyNot(RunPlan plan, BenchmarkRun earlier) =>
        plan.Experiments.Select(experiment => WhyNot(experiment, earlier)).FirstOrDefault(why => why is not null);

    private static Message? WhyNot(Experiment experiment, BenchmarkRun earlier)
    {
        Replicate[] made = [.. earlier.Replicates.Where(each => each.Experiment == experiment.Name && each.Rejected is null)];
        try
        {
            for (var number = 0; number < made.Length; number++)
            {
                if (experiment.Following(made[..number]) is var script && !Follows(made[number], script))
                {
                    return Message.Of(
                        "resume.other-sets",
                        ("replicate", made[number].Number),
                        ("experiment", experiment.Name),
                        ("then", Guests(made[number].Guests)),
                        ("now", Guests(script?.Guests.Length)));
                }
            }

            _ = experiment.Following(made);
            return null;
        }
        catch (Exception other) when (other is KeyNotFoundException or ArgumentException)
        {
            return Message.Of("resume.other-figures", ("experiment", experiment.Name));
        }
    }

    private static bool Follows(Replicate made, Script? script) =>
        made.Guests == script?.Guests.Length && Commands(made).Order(StringComparer.Ordinal).SequenceEqual(Commands(script).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Commands(Replicate made) =>
        made.Samples.Select(sample => sample.Command).Where(command => command != Script.Boot).Distinct();

    private static IEnumerable<string> Commands(Script script) => script.Steps.Select(Command).OfType<string>().Distinct();

    /// <summary>What its samples have as their command; null for a step without samples.</summary>
    private static string? Command(ScriptStep step) => step switch
    {
        GuestWork work => work.Command,
        HostWork work => work.Command,
        IdleTime idle => idle.Command,
        MemoryTaken => MemoryTaken.Name,
        KsmSettled => KsmSettled.Name,
        _ => null,
    };

    private static Message Guests(int? guests) => guests is { } known ? Message.Of("plan.guests", ("guests", known)) : Message.Of("resume.no-set");
}
