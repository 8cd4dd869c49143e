using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Xunit.v3;

[assembly: CostPlanner.Tests.Given.HangGuard]

namespace CostPlanner.Tests.Given;

/// <summary>Ends the whole run once a test has run for four minutes, and names the test; on a machine that has far too much to do, later.</summary>
/// <remarks>
/// A test that goes round in circles cannot be called off, so the process ends. Its name goes to the runner's messages and, where .ci/run asks for results, to a
/// file beside them.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class HangGuardAttribute : BeforeAfterTestAttribute
{
    /// <summary>How long a test may run, by <see cref="FairClock"/>.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>The file that names the tests that had not ended.</summary>
    public const string FileName = "hung.txt";

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForMessages = TimeSpan.FromSeconds(3);
    private static readonly ConcurrentDictionary<(string Id, string Name), TimeSpan> Begun = new();
    private static readonly Stopwatch Plain = Stopwatch.StartNew();
    private static readonly FairClock Clock = new(() => Plain.Elapsed, () => FairClock.Load(File.Exists(FairClock.LoadFile) ? File.ReadAllText(FairClock.LoadFile) : null));
    private static readonly Timer Watch = new(_ => EndIfHung(), null, Tick, Tick);

    /// <inheritdoc/>
    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        GC.KeepAlive(Watch);
        Begun[(test.UniqueID, test.TestDisplayName)] = Clock.Now;
    }

    /// <inheritdoc/>
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => Begun.TryRemove((test.UniqueID, test.TestDisplayName), out _);

    /// <summary>The tests of which each began so long ago.</summary>
    internal static IEnumerable<string> Hung(IEnumerable<KeyValuePair<(string Id, string Name), TimeSpan>> begun, TimeSpan now) =>
        begun.Where(each => now - each.Value >= Longest).Select(each => each.Key.Name).Order(StringComparer.Ordinal);

    private static void EndIfHung()
    {
        string[] hung = [.. Hung(Begun, Clock.Now)];
        if (hung.Length == 0)
        {
            return;
        }

        foreach (var name in hung)
        {
            TestContext.Current.SendDiagnosticMessage("{0} has not ended in {1} minutes; the run ends here", name, Longest.TotalMinutes);
        }

        if (Environment.GetEnvironmentVariable("VSTestResultsDirectory") is { Length: > 0 } results)
        {
            File.WriteAllLines(Path.Combine(results, FileName), hung);
        }

        Thread.Sleep(ForMessages);
        Process.GetCurrentProcess().Kill();
    }
}

/// <summary>A clock that goes slower where far more waits for the machine's CPUs than they are, at a fifth of its pace at the slowest; else a plain one.</summary>
/// <param name="elapsed">The time of a plain clock.</param>
/// <param name="load">Tasks that run or wait to, on average over the last minute; null where the system does not tell.</param>
internal sealed class FairClock(Func<TimeSpan> elapsed, Func<double?> load)
{
    /// <summary>The load averages of Linux: https://man7.org/linux/man-pages/man5/proc_loadavg.5.html.</summary>
    public const string LoadFile = "/proc/loadavg";

    private const double TasksForCpu = 2;
    private const double Slowest = 0.2;

    private readonly Lock reading = new();
    private TimeSpan last;
    private TimeSpan now;

    /// <summary>Time since the clock was made; it has to be asked every few seconds, for each time it takes the load as it is then.</summary>
    public TimeSpan Now
    {
        get
        {
            lock (reading)
            {
                var plain = elapsed();
                now += (plain - last) * Pace(load(), Environment.ProcessorCount);
                last = plain;
                return now;
            }
        }
    }

    /// <summary>How fast it goes: 1 up to two tasks for each CPU, and slower the more there are.</summary>
    internal static double Pace(double? load, int cpus) => load is { } tasks && tasks > TasksForCpu * cpus ? Math.Max(Slowest, TasksForCpu * cpus / tasks) : 1;

    /// <summary>The load of the last minute: of "45.75 47.30 52.24 3/812 12345" 45.75.</summary>
    internal static double? Load(string? told) =>
        double.TryParse(told?.Split(' ')[0], NumberStyles.Float, CultureInfo.InvariantCulture, out var load) ? load : null;
}
