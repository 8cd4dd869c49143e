using System.IO.Pipes;
using System.Text;
using CostPlanner.Benchmarking.Files;
using CostPlanner.Benchmarking.Remote;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Model;
using CostPlanner.Reporting.Text;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Remote;

/// <summary>The line home as the program on the other host sees it: who is asked, and that a line that is cut or silent calls the run off.</summary>
public sealed class RemoteReporterTests : IDisposable
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(300);
    private static readonly RunRequest Asked = new("run-1", "quick", 7, "/srv");

    private readonly AnonymousPipeServerStream home = new(PipeDirection.Out);
    private readonly AnonymousPipeClientStream input;
    private readonly MemoryStream output = new();

    public RemoteReporterTests() => input = new AnonymousPipeClientStream(PipeDirection.In, home.ClientSafePipeHandle);

    public void Dispose()
    {
        home.Dispose();
        input.Dispose();
    }

    [Fact]
    public void The_request_comes_and_what_is_said_goes_home()
    {
        Send(RunRequestJson.Line(Asked));
        using var line = RemoteReporter.Open(input, output, Long, Sentences.Of);
        var progress = new RunProgress(RunMoment.Replicate, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(7), "boot-time", 1, 2, "4.1 s");
        var finding = new Finding(Severity.Warning, "no-cgroup", "no control group can be made", new SourcePlace("this machine"), "No ceiling was set", "run as root");
        line.Say(progress);
        line.Say(finding);
        line.Hand(SampleRuns.Valid);

        Assert.Equal(Asked, line.Request);
        Assert.False(line.IsCut.IsCancellationRequested);
        var messages = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n').Select(each => RemoteMessage.Read(Encoding.UTF8.GetBytes(each))).ToArray();
        Assert.Equal([new(Progress: progress), new(Finding: finding), new(Record: MeasurementRecord.Text(SampleRuns.Valid, Sentences.Of))], messages);
    }

    [Fact]
    public void A_line_that_is_closed_is_cut()
    {
        Send(RunRequestJson.Line(Asked));
        using var line = RemoteReporter.Open(input, output, Long, Sentences.Of);
        Send("");
        Assert.False(line.IsCut.IsCancellationRequested);

        home.Dispose();

        Assert.True(line.IsCut.WaitHandle.WaitOne(Long));
    }

    [Fact]
    public void A_line_that_is_silent_is_cut()
    {
        Send(RunRequestJson.Line(Asked));
        using var line = RemoteReporter.Open(input, output, Short, Sentences.Of);

        Assert.True(line.IsCut.WaitHandle.WaitOne(Long));
    }

    [Fact]
    public void A_line_that_nobody_reads_is_cut()
    {
        Send(RunRequestJson.Line(Asked));
        using var to = new AnonymousPipeServerStream(PipeDirection.Out);
        using var line = RemoteReporter.Open(input, to, Long, Sentences.Of);
        new AnonymousPipeClientStream(PipeDirection.In, to.ClientSafePipeHandle).Dispose();
        to.DisposeLocalCopyOfClientHandle();

        line.Say(new RunProgress(RunMoment.Phase, TimeSpan.Zero, null, null, null, null, "boot"));

        Assert.True(line.IsCut.IsCancellationRequested);
    }

    [Theory]
    [InlineData("bench run")]
    [InlineData("{\"v\":1}")]
    public void A_line_that_asks_for_nothing_is_refused(string first)
    {
        Send(first);
        Assert.ThrowsAny<FormatException>(() => RemoteReporter.Open(input, output, Long, Sentences.Of));
    }

    [Fact]
    public void A_line_that_is_closed_or_silent_before_the_request_is_refused()
    {
        Assert.Contains("no request came", Assert.Throws<FormatException>(() => RemoteReporter.Open(input, output, Short, Sentences.Of)).Message, StringComparison.Ordinal);
        home.Dispose();
        Assert.Contains("cut", Assert.Throws<FormatException>(() => RemoteReporter.Open(Stream.Null, output, Long, Sentences.Of)).Message, StringComparison.Ordinal);
    }

    private void Send(string line) => home.Write(Encoding.UTF8.GetBytes(line + "\n"));
}
