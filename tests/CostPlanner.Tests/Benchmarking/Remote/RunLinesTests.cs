using System.Text;
using CostPlanner.Benchmarking.Runs;
using CostPlanner.Benchmarking.Runs.Plans;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Tests.Benchmarking.Remote;

/// <summary>Requests and progress as lines of JSON: the same after the way there and back, and nothing else is one.</summary>
public sealed class RunLinesTests
{
    private const string Request = """{"v":1,"id":"run-1","plan":"quick","seed":7,"storage":null,"network":false}""";
    private const string Progress = """{"v":1,"moment":"phase","elapsed":12.345,"left":null,"experiment":"cpu-cost","replicate":1,"guests":2,"words":"boot"}""";

    [Fact]
    public void A_request_is_the_same_after_the_way_there_and_back()
    {
        Assert.Equal(Request, RunRequestJson.Line(new RunRequest("run-1", "quick", 7)));
        var whole = new RunRequest("r.2_a", "self-test", -3, "/srv/Ünter \"einem\" \\Dach", true);
        Assert.Equal(whole, RunRequestJson.Read(Encoding.UTF8.GetBytes(RunRequestJson.Line(whole))));
        Assert.All(RunRequestJson.Line(whole), letter => Assert.InRange(letter, ' ', '~'));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData(Request + Request)]
    [InlineData(Request, "\"v\":1", "\"v\":2")]
    [InlineData(Request, "\"id\":\"run-1\"", "\"id\":\"../run\"")]
    [InlineData(Request, "\"id\":\"run-1\"", "\"id\":null")]
    [InlineData(Request, "\"quick\"", "\"fast\"")]
    [InlineData(Request, "\"seed\":7", "\"seed\":7.5")]
    [InlineData(Request, "\"seed\":7", "\"seed\":7,\"seed\":8")]
    [InlineData(Request, "\"seed\":7", "\"seed\":7,\"more\":8")]
    [InlineData(Request, "\"seed\":7,", "")]
    [InlineData(Request, "\"storage\":null", "\"storage\":\"srv\"")]
    [InlineData(Request, "\"storage\":null", "\"storage\":\"/srv\\u001b[2J\"")]
    [InlineData(Request, "\"storage\":null", "\"storage\":\"\\ud800\"")]
    [InlineData(Request, "false", "0")]
    [InlineData(Request, "\"network\":false", "\"network\":false,\"fault\":\"hang\"")]
    public void What_is_no_request_is_refused(string line, string part = "-", string instead = "-")
    {
        Assert.Contains(part == "-" ? "" : part, line, StringComparison.Ordinal);
        Assert.ThrowsAny<FormatException>(() => RunRequestJson.Read(Encoding.UTF8.GetBytes(line.Replace(part, instead, StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData(RunMoment.Planned)]
    [InlineData(RunMoment.Phase)]
    [InlineData(RunMoment.Replicate)]
    [InlineData(RunMoment.Rejected)]
    [InlineData(RunMoment.Value)]
    [InlineData(RunMoment.Ended)]
    public void Progress_is_the_same_after_the_way_there_and_back(RunMoment moment)
    {
        var progress = new RunProgress(moment, TimeSpan.FromMilliseconds(61_500), TimeSpan.FromHours(3), "boot-time", 2, 0, "8 guests: 7.5 s, \"so\"");
        Assert.Equal(progress, RunProgressJson.Read(Encoding.UTF8.GetBytes(RunProgressJson.Line(progress, Sentences.Of))));
        Assert.Equal(Progress, RunProgressJson.Line(new RunProgress(RunMoment.Phase, TimeSpan.FromMilliseconds(12_345), null, "cpu-cost", 1, 2, "boot"), Sentences.Of));
    }

    [Fact]
    public void Words_cannot_steer_a_terminal_nor_end_the_line()
    {
        var sent = RunProgressJson.Line(new RunProgress(RunMoment.Phase, TimeSpan.Zero, null, null, null, null, "a\nb\u001b[2Jc\u202ed"), Sentences.Of);
        Assert.All(sent, letter => Assert.InRange(letter, ' ', '~'));
        var hostile = Encoding.UTF8.GetBytes(Progress.Replace("boot", "a\\nb\\u001b[2Jc\\u202ed", StringComparison.Ordinal));
        Assert.Equal("a b [2Jc d", RunProgressJson.Read(hostile).Words.Words());
    }

    [Theory]
    [InlineData("{\"v\":1}")]
    [InlineData(Request)]
    [InlineData(Progress, "phase", "Phase")]
    [InlineData(Progress, "phase", "1")]
    [InlineData(Progress, "12.345", "-1")]
    [InlineData(Progress, "12.345", "1e300")]
    [InlineData(Progress, "12.345", "\"12\"")]
    [InlineData(Progress, "12.345", "null")]
    [InlineData(Progress, "cpu-cost", "CPU\\u001b")]
    [InlineData(Progress, "\"replicate\":1", "\"replicate\":0")]
    [InlineData(Progress, "\"guests\":2", "\"guests\":-1")]
    [InlineData(Progress, "\"guests\":2", "\"guests\":2,\"guests\":2")]
    [InlineData(Progress, "\"words\":\"boot\"", "\"words\":null")]
    [InlineData(Progress, "\"words\":\"boot\"", "\"words\":\"boot\",\"x\":1")]
    public void What_is_no_progress_is_refused(string line, string part = "-", string instead = "-")
    {
        Assert.Contains(part == "-" ? "" : part, line, StringComparison.Ordinal);
        Assert.ThrowsAny<FormatException>(() => RunProgressJson.Read(Encoding.UTF8.GetBytes(line.Replace(part, instead, StringComparison.Ordinal))));
    }
}
