using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Hosts;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Benchmarking.Runs.Scripts;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs;

/// <summary>What a program of the guest's came to on the bare host.</summary>
/// <param name="Output">What it wrote, as a guest would have sent it home.</param>
/// <param name="Took">How long it took.</param>
internal sealed record NativeAnswer(string Output, TimeSpan Took);

/// <summary>The guest's own programs on the bare host: the same files from the same image, with their own loader and libraries, told the same.</summary>
internal sealed class NativeTools
{
    private const string YamlInGuest = "/tmp/stress.yaml";
    private const string TemporaryInGuest = "/tmp";
    private static readonly TimeSpan ToUnpack = TimeSpan.FromMinutes(2);

    private readonly string folder;
    private readonly string loader;

    private NativeTools(string folder, string loader) => (this.folder, this.loader) = (folder, loader);

    /// <summary>Unpacks the tools of an image, about 110 MB, into a folder of that name within the run's, with which they go.</summary>
    public static NativeTools Unpack(GuestImage image, string runFolder, CancellationToken calledOff)
    {
        var program = HostProgram.DebugFs.Locate() ?? throw GuestException.Of(RejectReason.ToolFailed, HostProgram.DebugFs.Missing().Message);
        var folder = Directory.CreateDirectory(Path.Combine(runFolder, "native")).FullName;
        var run = ProgramRun.Of(program, ["-R", $"rdump / \"{folder}\"", image.Tools], ToUnpack, calledOff);
        var libraries = Path.Combine(folder, "lib");
        var loader = Directory.Exists(libraries) ? Directory.GetFiles(libraries, "ld-linux*").FirstOrDefault() : null;

        // It ends with 0 whatever happens, tells its version first, and may not give files to root where we are not.
        Message? complaint = run.Trouble
            ?? run.Errors.Split('\n').Skip(1).FirstOrDefault(line => line.Length > 0 && !line.Contains("changing ownership", StringComparison.Ordinal));
        return complaint is null && loader is not null
            ? new NativeTools(folder, loader)
            : throw GuestException.Of(
                run.Errors.Contains("No space left", StringComparison.Ordinal) ? RejectReason.DiskFull : RejectReason.ToolFailed,
                Message.Of("tools.not-unpacked", ("why", complaint ?? Message.Of("tools.no-loader"))));
    }

    /// <summary>
    /// Does what a guest would do for the command (cpu, memory, fork). Work of one thread stays on one CPU, as that of a guest of one vCPU does: a child
    /// of a fork that ran beside its parent on another CPU would make the bare host faster than any such guest can be. Other work has the CPUs that this
    /// process may use.
    /// </summary>
    public NativeAnswer Run(string command, TimeSpan deadline, CancellationToken calledOff)
    {
        var words = command.Split(' ');
        var line = LineOf(words) ?? throw new ArgumentException($"the bare host does not do {command}", nameof(command));
        var own = Path.Combine(folder, "yaml");
        var arguments = line.Skip(1).Select(word => word == YamlInGuest ? own : word == TemporaryInGuest ? folder : word);
        string[] started = [
            .. Bound(words),
            .. ChildProcessSetup.Of(loader),
            "--library-path",
            Path.Combine(folder, "lib"),
            Path.Combine(folder, "bin", line[0]),
            .. arguments,
        ];
        var before = Stopwatch.GetTimestamp();
        var run = ProgramRun.Of(started[0], started[1..], deadline, calledOff);
        var took = Stopwatch.GetElapsedTime(before);
        return run switch
        {
            { TimedOut: true } => throw GuestException.Of(RejectReason.CommandDeadline, Message.Of("tools.on-host", ("trouble", run.Trouble!))),
            { ExitCode: 0 } => new NativeAnswer(line.Contains(YamlInGuest) ? File.ReadAllText(own) : run.Output + run.Errors, took),
            _ => throw GuestException.Of(
                RejectReason.ToolFailed,
                Message.Of(
                    "tools.failed",
                    ("command", command),
                    ("why", run.Trouble ?? Message.Of("tools.code", ("code", ToolExitCode.Of(run.ExitCode)), ("said", run.Output + run.Errors))))),
        };
    }

    /// <summary>
    /// What binds work of one thread to the last CPU that this process may use, as the first ones take most interrupts; empty for other work, and where this
    /// machine cannot.
    /// </summary>
    internal static ImmutableArray<string> Bound(IReadOnlyList<string> command, string root = "/")
    {
        var isOne = command is ["fork", ..] or [_, "1", _];
        var last = KernelText.Numbers(
            KernelText.Fields(new FactFiles(root).Read("proc/self/status").Text).GetValueOrDefault("Cpus_allowed_list"))?.LastOrDefault(-1)
            ?? -1;
        return isOne && last >= 0 && HostProgram.TaskSet.Locate() is { } path ? [path, "-c", last.ToString(CultureInfo.InvariantCulture)] : [];
    }

    /// <summary>What the guest's init starts for a command, word by word with the guest's own paths; null for what the bare host does not do.</summary>
    internal static ImmutableArray<string>? LineOf(IReadOnlyList<string> command) => command switch
    {
        ["cpu", var threads, var seconds] when AreNumbers(threads, seconds) =>
            ["sysbench", "cpu", $"--threads={threads}", $"--time={seconds}", "--cpu-max-prime=2000", "--percentile=99", "run"],
        ["memory", var threads, var seconds] when AreNumbers(threads, seconds) =>
            [
                "sysbench",
                "memory",
                $"--threads={threads}",
                $"--time={seconds}",
                "--memory-block-size=1M",
                "--memory-total-size=100T",
                "--memory-oper=write",
                "--percentile=99",
                "run",
            ],
        ["fork", var seconds] => LineOf(["fork", seconds, "fork"]),
        ["fork", var seconds, ("fork" or "context" or "switch") and var stressor] when AreNumbers(seconds) =>
            ["stress-ng", $"--{stressor}", "1", "--timeout", $"{seconds}s", "--metrics", "--temp-path", TemporaryInGuest, "--yaml", YamlInGuest],
        _ => null,
    };

    private static bool AreNumbers(params string[] words) => words.All(word => uint.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out _));
}
