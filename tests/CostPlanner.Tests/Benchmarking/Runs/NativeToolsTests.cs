using CostPlanner.Benchmarking.Guests;
using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Workloads;
using CostPlanner.Model;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Runs;

/// <summary>The guest's own programs on the bare host.</summary>
public sealed class NativeToolsTests
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(60);

    [Theory]
    [InlineData("cpu 2 30", "answer sysbench ")]
    [InlineData("memory 2 30", "answer sysbench ")]
    [InlineData("fork 30", "stress_ng() { stress-ng ")]
    [InlineData("fork 30 switch", "stress_ng() { stress-ng ")]
    public void The_bare_host_is_told_word_for_word_what_the_guests_init_tells(string command, string begins)
    {
        var words = command.Split(' ');
        var (first, second) = words[0] == "fork" ? (words[1], words.ElementAtOrDefault(2) ?? "fork") : (words[1], words[2]);
        var init = InitText.Read().Replace("\\\n", "", StringComparison.Ordinal).Split('\n').Select(line => line.Trim());
        var line = init.Single(line => line.StartsWith(words[0] == "fork" ? begins : $"{words[0]})", StringComparison.Ordinal) && line.Contains(begins, StringComparison.Ordinal));
        var told = line[(line.IndexOf(begins, StringComparison.Ordinal) + begins.LastIndexOf(' ', begins.Length - 2) + 1)..]
            .Split([" ;;", " >/tmp/talk"], StringSplitOptions.None)[0]
            .Replace("\"", "", StringComparison.Ordinal)
            .Replace("$1", first, StringComparison.Ordinal)
            .Replace("$2", second, StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(told, NativeTools.LineOf(words)!.Value);
    }

    [Theory]
    [InlineData("cpu 1")]
    [InlineData("cpu 1 x")]
    [InlineData("fork 1 vm")]
    [InlineData("fio psync randread 4k 1 1")]
    public void What_the_bare_host_does_not_do_is_refused(string command) => Assert.Null(NativeTools.LineOf(command.Split(' ')));

    // A guest of one vCPU has one CPU: so has the bare host that it is held against. The calibration of all CPUs has all.
    [Theory]
    [InlineData("cpu 1 30", "-c 5")]
    [InlineData("memory 1 30", "-c 5")]
    [InlineData("fork 30", "-c 5")]
    [InlineData("cpu 6 30", "")]
    public void Work_of_one_thread_stays_on_one_cpu(string command, string expected)
    {
        Assert.SkipWhen(new HostProgram("taskset", "util-linux", "").Locate() is null, "there is no taskset on this machine");
        using var host = HostTree.Empty();
        host.Put("proc/self/status", "Name:\tx\nCpus_allowed_list:\t0-1,4-5\n");
        Assert.Equal(expected, string.Join(' ', NativeTools.Bound(command.Split(' '), host.Root).Skip(1)));
        using var silent = HostTree.Empty();
        Assert.Empty(NativeTools.Bound(command.Split(' '), silent.Root));
    }

    [Fact]
    [Needs(Tool.Qemu)]
    public void The_guests_programs_run_here_and_are_ended_at_their_deadline()
    {
        using var folder = new TemporaryFolder();
        var tools = NativeTools.Unpack(BuiltGuest.OrSkip().Image, folder.Root, TestContext.Current.CancellationToken);

        Assert.True(SysbenchCpu.Parse(Output(tools, "cpu 1 1")).Value!.EventsPerSecond > 0);
        Assert.Contains("MiB transferred", Output(tools, "memory 1 1"), StringComparison.Ordinal);
        Assert.Equal("fork", Assert.Single(StressNg.Parse(Output(tools, "fork 1")).Value!.Stressors).Name);
        var trouble = Assert.Throws<GuestException>(() => tools.Run("cpu 1 60", TimeSpan.FromMilliseconds(500), TestContext.Current.CancellationToken));
        Assert.Equal(RejectReason.CommandDeadline, trouble.Rejection.Reason);
    }

    [Fact]
    [Needs(Tool.Qemu)]
    public void An_image_that_is_none_is_refused_in_words()
    {
        Assert.SkipWhen(new HostProgram("debugfs", "e2fsprogs", "").Locate() is null, "there is no debugfs on this machine");
        using var folder = new TemporaryFolder();
        var image = BuiltGuest.OrSkip().Image with { Tools = folder.Write("image", "no image") };

        var trouble = Assert.Throws<GuestException>(() => NativeTools.Unpack(image, folder.Root, TestContext.Current.CancellationToken));

        Assert.Equal(RejectReason.ToolFailed, trouble.Rejection.Reason);
    }

    private static string Output(NativeTools tools, string command) => tools.Run(command, Enough, TestContext.Current.CancellationToken).Output;
}
