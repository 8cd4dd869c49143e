using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using Xunit.v3;

[assembly: CostPlanner.Tests.Given.HangGuard]

namespace CostPlanner.Tests.Given;

/// <summary>Ends the whole run once a test has run for four minutes, and names the test; time in which tasks of the machine wait for its CPUs does not count.</summary>
/// <remarks>
/// A test that goes round in circles cannot be called off, so the process ends. Its name goes to the runner's messages and, where .ci/run asks for results, to a
/// file beside them.
/// </remarks>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class HangGuardAttribute : BeforeAfterTestAttribute
{
    /// <summary>How long a test may run, with CPUs to run on.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>The file that names the tests that had not ended.</summary>
    public const string FileName = "hung.txt";

    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan ForMessages = TimeSpan.FromSeconds(3);
    private static readonly ConcurrentDictionary<(string Id, string Name), TimeSpan> Begun = new();
    private static readonly FairClock Clock = new(() => File.Exists(FairClock.Pressure) ? File.ReadAllText(FairClock.Pressure) : null);
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

/// <summary>A clock that stands still for the share of time in which tasks of the machine wait for a CPU, as the kernel tells it; elsewhere a plain one.</summary>
/// <param name="pressure">What the kernel tells: the text of <see cref="Pressure"/>; null where it tells nothing.</param>
internal sealed class FairClock(Func<string?> pressure)
{
    /// <summary>Pressure stall information: https://docs.kernel.org/accounting/psi.html, "total" in microseconds.</summary>
    public const string Pressure = "/proc/pressure/cpu";

    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly TimeSpan waitedBefore = Waited(pressure());

    /// <summary>Time since the clock was made, without that in which tasks waited.</summary>
    public TimeSpan Now => clock.Elapsed - (Waited(pressure()) - waitedBefore);

    /// <summary>The time in all in which some task waited: of "some avg10=1.00 avg60=1.00 avg300=1.00 total=2500000" 2.5 s.</summary>
    internal static TimeSpan Waited(string? told) =>
        told?.Split('\n')[0].Split("total=") is [_, var total] && long.TryParse(total, System.Globalization.CultureInfo.InvariantCulture, out var microseconds)
            ? TimeSpan.FromMicroseconds(microseconds)
            : TimeSpan.Zero;
}
