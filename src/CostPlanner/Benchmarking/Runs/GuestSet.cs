using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>The guests of one replicate, from their start to their end. What goes wrong is a <see cref="GuestException"/>.</summary>
internal sealed class GuestSet : IDisposable
{
    private static readonly TimeSpan ToAnswer = TimeSpan.FromSeconds(60);
    private static readonly string[] OutOfMemory = ["Out of memory", "oom-kill:"];
    private static readonly string[] KernelErrors = ["BUG:", "Oops:", "Call Trace:", "soft lockup", "rcu_sched self-detected stall"];

    private readonly RunContext ground;
    private readonly List<Guest> guests = [];

    private GuestSet(RunContext ground) => this.ground = ground;

    /// <summary>The guests; the first is guest 1.</summary>
    public IReadOnlyList<Guest> Guests => guests;

    /// <summary>What each said when it was up; empty before.</summary>
    public ImmutableArray<GuestBoot> Boots { get; private set; } = [];

    /// <summary>Starts the guests of a script: each stands still until <see cref="Boot"/>.</summary>
    /// <param name="ground">What the run stands on.</param>
    /// <param name="number">The number of the replicate, for the guests' names.</param>
    /// <param name="shapes">The guests.</param>
    /// <param name="calledOff">Stops the writing of their disks.</param>
    public static GuestSet Start(RunContext ground, int number, ImmutableArray<GuestShape> shapes, CancellationToken calledOff)
    {
        var set = new GuestSet(ground);
        try
        {
            foreach (var (index, shape) in shapes.Index())
            {
                set.guests.Add(ground.Run.Start(ground.Line(number, index + 1, shape, calledOff)));
            }

            return set;
        }
        catch
        {
            set.Dispose();
            throw;
        }
    }

    /// <summary>Lets all guests run at the same time and waits until each is up; a sample "boot" for each.</summary>
    public void Boot(SampleLog log)
    {
        log.Advance();
        var host = HostReading.Take().Cpu;
        var before = guests.Select(guest => ProcessReading.Take(guest.ProcessId)).ToArray();
        var boots = new (GuestBoot Boot, double Seconds)[guests.Count];
        Each(Enumerable.Range(0, guests.Count), guest =>
        {
            var waited = Stopwatch.StartNew();
            guests[guest].Continue();
            boots[guest] = (guests[guest].Boot(ground.Plan.ToBoot), waited.Elapsed.TotalSeconds);
        });
        var hostCpu = HostReading.Take().Cpu - host;
        Boots = [.. boots.Select(each => each.Boot)];
        foreach (var (guest, (boot, seconds)) in boots.Index())
        {
            log.Add(new GuestSample
            {
                Order = 0,
                Guest = guest + 1,
                Command = Script.Boot,
                HostSeconds = seconds,
                GuestSeconds = boot.Uptime,
                Output = BootWords.Text(boot),
                Readings = SampleLog.Readings(before[guest], ProcessReading.Take(guests[guest].ProcessId), hostCpu).Add(StepReadings.Boot, seconds),
            });
        }
    }

    /// <summary>
    /// Throws where a guest's kernel gave up its clock for a worse one (that it goes over from the early one to a steady one is as it should be), or its kernel
    /// ran out of memory or into an error.
    /// </summary>
    public void RequireHealth() => Each(Enumerable.Range(0, guests.Count), guest =>
    {
        var clock = guests[guest].Ask("clk", ToAnswer).Output.Trim();
        if (clock != Boots[guest].ClockSource && !GuestEvidence.IsSteadyClock(clock))
        {
            throw GuestException.Of(
                RejectReason.ClocksourceChanged,
                Message.Of("guest.clock-changed", ("guest", guest + 1), ("first", Boots[guest].ClockSource), ("last", clock)));
        }

        var log = guests[guest].Ask("dmesg", ToAnswer).Output.Split('\n');
        if (log.FirstOrDefault(line => OutOfMemory.Any(sign => line.Contains(sign, StringComparison.Ordinal))) is { } killed)
        {
            throw GuestException.Of(RejectReason.GuestOutOfMemory, Message.Of("guest.said", ("guest", guest + 1), ("said", killed)));
        }

        if (log.FirstOrDefault(line => KernelErrors.Any(sign => line.Contains(sign, StringComparison.Ordinal))) is { } error)
        {
            throw GuestException.Of(RejectReason.GuestPanic, Message.Of("guest.said", ("guest", guest + 1), ("said", error)));
        }
    });

    /// <summary>
    /// Does something with several guests at the same time, each on a thread of its own, and waits for all; then the first trouble is thrown.
    /// </summary>
    /// <param name="which">The guests, counted from 0.</param>
    /// <param name="act">What is done.</param>
    public static void Each(IEnumerable<int> which, Action<int> act)
    {
        var tasks = which.Select(
            guest => Task.Factory.StartNew(() => act(guest), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))
            .ToArray();
        try
        {
            Task.WaitAll(tasks);
        }
        catch (AggregateException several)
        {
            // That somebody called it off is no trouble of a guest's, and comes first.
            var first = several.InnerExceptions.FirstOrDefault(each => each is OperationCanceledException) ?? several.InnerExceptions[0];
            ExceptionDispatchInfo.Throw(first);
        }
    }

    /// <summary>Ends the guests, all at once.</summary>
    public void Dispose() => Parallel.ForEach(guests, guest => guest.Dispose());
}
