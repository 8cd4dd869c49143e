using System.Collections.Immutable;
using System.Diagnostics;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Probe;
using CostPlanner.Benchmarking.Runs.Experiments;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>Does the steps of a script with booted guests; every step leaves its samples in the log, also where a later one fails.</summary>
internal sealed class ScriptRun(RunContext ground, Script script, GuestSet set, SampleLog log, CancellationToken calledOff)
{
    /// <summary>What a tool is given beside three times its own duration.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);
    private const double TicksPerSecond = 100;
    private static readonly TimeSpan KsmPause = TimeSpan.FromSeconds(5);

    /// <summary>One step.</summary>
    public void Do(ScriptStep step)
    {
        calledOff.ThrowIfCancellationRequested();
        log.Advance();
        switch (step)
        {
            case GuestWork work:
                Work(work);
                break;
            case HostWork work:
                Work(work);
                break;
            case IdleTime idle:
                Idle(idle);
                break;
            case GuestPinned pinned:
                Bind(pinned);
                break;
            case MemoryTaken:
                TakeMemory();
                break;
            case KsmSettled settled:
                Settle(settled);
                break;
            default:
                throw new InvalidOperationException($"nobody knows how to do {step}");
        }
    }

    private void Work(GuestWork work)
    {
        var which = work.Guest is { } one ? [one - 1] : Enumerable.Range(0, set.Guests.Count).ToArray();
        var done = new (GuestAnswer Answer, ProcessReading? Before, ProcessReading? After)?[set.Guests.Count];
        var host = HostReading.Take().Cpu;
        try
        {
            GuestSet.Each(which, guest =>
            {
                var process = set.Guests[guest].ProcessId;
                var before = ProcessReading.Take(process);
                var answer = set.Guests[guest].Timed(work.Command, Deadline(work.Seconds));
                done[guest] = (answer, before, ProcessReading.Take(process));
            });
        }
        finally
        {
            // What the others did is evidence, whatever one of them did wrong.
            var hostCpu = HostReading.Take().Cpu - host;
            foreach (var guest in which.Where(guest => done[guest] is not null))
            {
                Log(
                    work,
                    guest,
                    done[guest]!.Value.Answer,
                    SampleLog.Readings(
                        done[guest]!.Value.Before, done[guest]!.Value.After, hostCpu).Add(StepReadings.Steal, Stolen(done[guest]!.Value.Answer)));
            }
        }

        // A guest that is offered more than it can do has done nothing wrong: that is what was asked.
        foreach (var guest in which.Where(guest => !DensitySweep.FellBehind(work.Command, done[guest]!.Value.Answer.Output)))
        {
            ExitMeaning.Require(
                done[guest]!.Value.Answer.ExitCode,
                    Message.Of("step.in-guest", ("command", work.Command), ("guest", guest + 1)), done[guest]!.Value.Answer.Output);
        }
    }

    private void Log(GuestWork work, int guest, GuestAnswer answer, ImmutableSortedDictionary<string, double> readings) => log.Add(new GuestSample
    {
        Order = 0,
        Guest = guest + 1,
        Command = work.Command,
        IsWarmUp = work.IsWarmUp,
        HostSeconds = (answer.Received - answer.Sent).TotalSeconds,
        GuestSeconds = Math.Max(0, answer.Up1 - answer.Up0),
        ExitCode = answer.ExitCode,
        Output = answer.Output,
        Readings = readings,
    });

    private void Work(HostWork work)
    {
        var answer = ground.Native.Run(work.Command, Deadline(work.Seconds), calledOff);
        log.Add(new GuestSample
        {
            Order = 0,
            Command = work.Command,
            IsWarmUp = work.IsWarmUp,
            HostSeconds = answer.Took.TotalSeconds,
            ExitCode = 0,
            Output = answer.Output,
        });
    }

    private void Idle(IdleTime idle)
    {
        var waited = Stopwatch.StartNew();
        var host = HostReading.Take().Cpu;
        var before = set.Guests.Select(guest => ProcessReading.Take(guest.ProcessId)).ToArray();
        calledOff.WaitHandle.WaitOne(TimeSpan.FromSeconds(idle.Seconds));
        calledOff.ThrowIfCancellationRequested();
        var hostCpu = HostReading.Take().Cpu - host;
        foreach (var (index, guest) in set.Guests.Index())
        {
            log.Add(new GuestSample
            {
                Order = 0,
                Guest = index + 1,
                Command = idle.Command,
                HostSeconds = waited.Elapsed.TotalSeconds,
                Readings = SampleLog.Readings(before[index], ProcessReading.Take(guest.ProcessId), hostCpu),
            });
        }
    }

    private void Bind(GuestPinned step)
    {
        if (ThreadAffinity.Bind(set.Guests[step.Guest - 1].ProcessId, step.LogicalCpus) is { } trouble)
        {
            throw GuestException.Of(RejectReason.ToolFailed, trouble);
        }
    }

    private void TakeMemory()
    {
        var taking = Stopwatch.StartNew();
        var host = HostReading.Take();
        foreach (var (index, guest) in set.Guests.Index())
        {
            var own = script.Guests[index].MemoryMib;
            var memory = ProcessMemory.Take(guest.ProcessId, ByteSize.FromMiB(own))
                ?? throw GuestException.Of(RejectReason.GuestDied, Message.Of("guest.memory-unread", ("guest", index + 1)));
            log.Add(new GuestSample
            {
                Order = 0,
                Guest = index + 1,
                Command = MemoryTaken.Name,
                HostSeconds = taking.Elapsed.TotalSeconds,
                Readings = SampleLog.Readings(
                    memory, host, ground.Run.SecondLevelPageTables(guest.Name), ground.Run.KernelMemory(guest.Name), own / (double)script.MemoryMib),
            });
        }
    }

    private void Settle(KsmSettled step)
    {
        var waited = Stopwatch.StartNew();
        var before = HostReading.Take().MergeScans;
        while (!step.IsOver(waited.Elapsed, HostReading.Take().MergeScans - before))
        {
            calledOff.WaitHandle.WaitOne(KsmPause);
            calledOff.ThrowIfCancellationRequested();
        }

        log.Add(new GuestSample { Order = 0, Command = KsmSettled.Name, HostSeconds = waited.Elapsed.TotalSeconds });
    }

    private static double Stolen(GuestAnswer answer) =>
        Math.Max(0, answer.Stat1.GetValueOrDefault("steal") - answer.Stat0.GetValueOrDefault("steal")) / TicksPerSecond;

    private static TimeSpan Deadline(int seconds) => (3 * TimeSpan.FromSeconds(seconds)) + Slack;
}
