using CostPlanner.Benchmarking.Probe;

namespace CostPlanner.Tests.Benchmarking.Probe;

public sealed class ProbeAnswerTests
{
    [Fact]
    public void A_line_with_figures_says_the_same_again()
    {
        var answer = ProbeAnswer.Of(new ProbeFigures(1072.5, 0.25, 2895, 7991.25, 5, sameMachineCode: true));

        Assert.DoesNotContain('\n', answer.ToLine());
        Assert.Equal(answer, ProbeAnswer.Parse(answer.ToLine()));
    }

    [Fact]
    public void A_line_with_a_refusal_says_the_same_again()
    {
        var answer = ProbeAnswer.Without(ProbeEnd.Refused, "KVM_CREATE_VM: Device or resource busy");
        Assert.Equal(answer, ProbeAnswer.Parse(answer.ToLine()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Segmentation fault")]
    [InlineData("[1]")]
    [InlineData("{}")]
    [InlineData("""{"v":2,"refused":"later"}""")]
    [InlineData("""{"v":1,"loopInGuest":1,"loopOnHost":1}""")]
    [InlineData("""{"v":1,"loopInGuest":0,"loopOnHost":1,"cpuidExit":1,"portExit":1,"rounds":5,"sameMachineCode":true}""")]
    [InlineData("""{"v":1,"loopInGuest":"1","loopOnHost":1,"cpuidExit":1,"portExit":1,"rounds":5,"sameMachineCode":true}""")]
    [InlineData("""{"v":1,"loopInGuest":1e999,"loopOnHost":1,"cpuidExit":1,"portExit":1,"rounds":5,"sameMachineCode":true}""")]
    [InlineData("""{"v":1,"loopInGuest":1,"loopOnHost":1,"cpuidExit":1,"portExit":1,"rounds":0,"sameMachineCode":true}""")]
    public void Whatever_else_comes_is_no_answer(string line) => Assert.Equal(ProbeEnd.NoAnswer, ProbeAnswer.Parse(line).End);

    [Fact]
    public void The_ratio_is_the_speed_in_the_guest_as_a_share_of_the_hosts()
    {
        // 4 ns a turn instead of 1 is a quarter of the speed.
        Assert.Equal(0.25, new ProbeFigures(4, 1, 1, 1, 1, sameMachineCode: true).LoopRatio);
    }
}
