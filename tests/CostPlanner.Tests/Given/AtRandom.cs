using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Given;

/// <summary>Runs properties on values drawn at random, so that every run can be replayed.</summary>
/// <remarks>
/// The seed of a run is drawn before it and told: with the failure, and by a diagnostic message where a run takes long, so that it is known even of one
/// that never ends. The same test under COSTPLANNER_REPLAY=SEED draws the same values again.
/// </remarks>
internal static class AtRandom
{
    /// <summary>The environment variable that holds the seed to replay.</summary>
    public const string Variable = "COSTPLANNER_REPLAY";

    /// <summary>The stream of FsCheck's generator, one odd number for all runs, so that one number names a run.</summary>
    private const ulong Stream = 1;

    /// <summary>So many values drawn hold, 100 by default.</summary>
    /// <param name="property">What holds.</param>
    /// <param name="times">How many values are drawn.</param>
    public static void Holds(this Property property, int times = 100) =>
        Run(SeedOfRun(Environment.GetEnvironmentVariable(Variable)), seed => Check(property, times, seed));

    /// <summary>What is asked holds for so many seeds of a generator of the test's own.</summary>
    /// <param name="times">How many seeds are drawn.</param>
    /// <param name="holds">What holds.</param>
    public static void ForSeeds(int times, Func<int, bool> holds) =>
        OfSeeds(holds).Holds(times);

    /// <summary>Asks of the values that a run with that seed draws.</summary>
    internal static void Draw(ulong seed, int times, Func<int, bool> holds) => Check(OfSeeds(holds), times, seed);

    private static Property OfSeeds(Func<int, bool> holds) => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), holds);

    private static void Check(Property property, int times, ulong seed) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(times).WithReplay(seed, Stream));

    /// <summary>The seed given, or one drawn.</summary>
    internal static ulong SeedOfRun(string? given) => string.IsNullOrWhiteSpace(given)
        ? (ulong)System.Random.Shared.NextInt64(1, long.MaxValue)
        : ulong.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : throw new InvalidOperationException($"{Variable} is \"{given}\", not a whole number");

    /// <summary>Runs a check with a seed, and tells how to run it again where it fails or takes long.</summary>
    internal static void Run(ulong seed, Action<ulong> check)
    {
        var context = TestContext.Current;
        var test = $"{context.TestClass?.TestClassSimpleName}.{context.TestMethod?.MethodName}";
        var again = FormattableString.Invariant($"{Variable}={seed} dotnet test CostPlanner.sln --filter FullyQualifiedName~{test}");
        using var slow = new Timer(_ => context.SendDiagnosticMessage("{0} has run for more than a minute; to run it again: {1}", test, again), null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        try
        {
            check(seed);
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException($"{failure.Message}\nTo draw the same values again: {again}", failure);
        }
    }
}
