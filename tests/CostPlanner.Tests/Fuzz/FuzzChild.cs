using System.Diagnostics;
using System.Globalization;
using CostPlanner.Cli;
using CostPlanner.Tests.Cli;

namespace CostPlanner.Tests.Fuzz;

/// <summary>The process that reads spoiled inputs one after the other, and may die of one.</summary>
public sealed class FuzzChild
{
    /// <summary>The variable that holds its task: first number, last and one, what is planted, at which number, the log's path.</summary>
    internal const string Task = "COSTPLANNER_FUZZ_TASK";

    /// <summary>What a line of the log starts with before an input is read.</summary>
    internal const string Started = "start ";

    /// <summary>The log's last line.</summary>
    internal const string Done = "done";

    // Work of the process, not time on the wall: a busy machine is no fault of an input. The wall's limit is for what waits without working.
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan MostWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Faults that a test plants to see that they are found.</summary>
    public enum Planted
    {
        /// <summary>None.</summary>
        Nothing,

        /// <summary>An exception inside a command.</summary>
        Exception,

        /// <summary>The end of the process, as by a stack overflow.</summary>
        Death,

        /// <summary>More memory than the heap's limit.</summary>
        Memory,

        /// <summary>A loop without end.</summary>
        Loop,
    }

    /// <summary>What an input is called in a fault.</summary>
    internal static string Name(int number) => FormattableString.Invariant($"input {number} ({Fixtures.All[number % Fixtures.All.Count].Name})");

    /// <summary>Not a test: what the child of <see cref="FuzzSearch"/> does.</summary>
    [Fact(Explicit = true)]
    public void Reads()
    {
        var task = Environment.GetEnvironmentVariable(Task);
        Assert.SkipWhen(task is null, "only the fuzzer starts it");
        var parts = task!.Split(' ', 5);
        int[] numbers = [.. new[] { parts[0], parts[1], parts[3] }.Select(part => int.Parse(part, CultureInfo.InvariantCulture))];
        using var log = new StreamWriter(parts[4]) { AutoFlush = true };
        var root = Directory.CreateDirectory(parts[4] + "-inputs").FullName;
        using var watch = new Watch(log);
        for (var number = numbers[0]; number < numbers[1]; number++)
        {
            log.WriteLine(FormattableString.Invariant($"{Started}{number}"));
            watch.Begin(number);
            var folder = Directory.CreateDirectory(Path.Combine(root, FormattableString.Invariant($"{number}"))).FullName;
            if (Fault(number, folder, number == numbers[2] ? Enum.Parse<Planted>(parts[2]) : Planted.Nothing) is { } fault)
            {
                log.WriteLine($"{Name(number)}: {fault.ReplaceLineEndings(" / ")}");
            }

            Directory.Delete(folder, recursive: true);
        }

        watch.End();
        log.WriteLine(Done);
    }

    private static string? Fault(int number, string folder, Planted planted)
    {
        if (planted != Planted.Nothing)
        {
            return BringAbout(planted);
        }

        var arguments = SpoiledInput.Of(number).WriteTo(folder);
        return Ending.Fault(arguments, Run.Of(arguments));
    }

    private static string? BringAbout(Planted planted)
    {
        switch (planted)
        {
            case Planted.Death:
                Environment.FailFast("planted");
                return null;
            case Planted.Memory:
                return Ending.Fault([], Caught(() => GC.KeepAlive(new byte[2_000_000_000])));
            case Planted.Loop:
                var spinner = Stopwatch.StartNew();
                while (spinner.Elapsed < MostWait)
                {
                    Thread.SpinWait(1000);
                }

                return null;
            default:
                return Ending.Fault([], Caught(() => throw new InvalidOperationException("planted")));
        }
    }

    private static Run Caught(Action action)
    {
        try
        {
            action();
            return new Run(ExitCode.Done, "", "");
        }
        catch (Exception error) when (error is InvalidOperationException or OutOfMemoryException)
        {
            return new Run(ExitCode.OurFault, "", error.GetType().Name);
        }
    }

    /// <summary>Ends the process where an input takes too long, and names it in the log before that.</summary>
    private sealed class Watch : IDisposable
    {
        private readonly StreamWriter log;
        private readonly Timer timer;
        private readonly Lock gate = new();
        private int? number;
        private TimeSpan work;
        private long since;

        public Watch(StreamWriter log)
        {
            this.log = log;
            timer = new Timer(_ => Check(), null, Look, Look);
        }

        public void Begin(int input)
        {
            lock (gate)
            {
                (number, work, since) = (input, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
            }
        }

        public void End()
        {
            lock (gate)
            {
                number = null;
            }
        }

        public void Dispose() => timer.Dispose();

        private void Check()
        {
            lock (gate)
            {
                if (number is { } input && (Environment.CpuUsage.TotalTime - work > MostWork || Stopwatch.GetElapsedTime(since) > MostWait))
                {
                    log.WriteLine($"{Name(input)}: did not end within {MostWork.TotalSeconds:0} s of work");
                    log.Flush();
                    Environment.Exit(1);
                }
            }
        }
    }
}
