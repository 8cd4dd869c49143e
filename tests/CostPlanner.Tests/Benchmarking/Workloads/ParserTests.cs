using CostPlanner.Benchmarking.Workloads;

namespace CostPlanner.Tests.Benchmarking.Workloads;

/// <summary>Figures read from real outputs: each number stands in the captured file.</summary>
public sealed class ParserTests
{
    // max: stands before the percentile; it is 16.90, the percentile 0.04.
    [Fact]
    public void Sysbench_cpu() =>
        Assert.Equal(new SysbenchCpu(43470.24, 130483, 3.0010, 0.04), SysbenchCpu.Parse(Captured.Output("sysbench-cpu.txt")).Value);

    [Fact]
    public void Sysbench_cpu_at_an_offered_rate() =>
        Assert.Equal(new SysbenchCpu(475.00, 1427, 3.0036, 0.37), SysbenchCpu.Parse(Captured.Output("sysbench-cpu-rate.txt")).Value);

    [Fact]
    public void Sysbench_memory() =>
        Assert.Equal(new SysbenchMemory(20894.49, 62743, 3.0023, 0.05), SysbenchMemory.Parse(Captured.Output("sysbench-memory.txt")).Value);

    [Fact]
    public void Sysbench_without_the_99th_percentile_is_not_read() =>
        Assert.Equal("the output does not say the 99th percentile", SysbenchCpu.Parse(Captured.Output("sysbench-cpu-p95.txt")).Reason.Words());

    [Fact]
    public void Fio_of_one_direction()
    {
        var fio = Fio.Parse(Captured.Output("fio-randread.json")).Value!;
        Assert.Null(fio.Write);
        Assert.Equal(fio.Read!.Iops, fio.Iops);
        Assert.Equal(15352.823588, fio.Read.Iops);
        Assert.Equal(62885165, fio.Read.BytesPerSecond);
        Assert.Equal(136192.0 / 1e6, fio.Read.P99, 12);
        Assert.Equal(2001.0 / 1e3, fio.Seconds, 12);
    }

    [Fact]
    public void Fio_of_both_directions()
    {
        var fio = Fio.Parse(Captured.Output("fio-randrw.json")).Value!;
        Assert.Equal((2544.638404, 333530844), (fio.Read!.Iops, fio.Read.BytesPerSecond));
        Assert.Equal(2520.698254, fio.Write!.Iops);
        Assert.Equal(2544.638404 + 2520.698254, fio.Iops, 9);
    }

    [Fact]
    public void Fio_that_did_nothing_is_not_read()
    {
        Assert.Equal("nothing was read or written", Fio.Parse(Captured.Output("fio-failed.json")).Reason.Words());
        // The same with what fio says on the other stream before it.
        Assert.Equal("the output is not JSON", Fio.Parse(Captured.Output("fio-failed.txt")).Reason.Words());
    }

    [Fact]
    public void Stress_ng()
    {
        var stressors = StressNg.Parse(Captured.Output("stress-ng.yaml")).Value!.Stressors;
        Assert.Equal([new Stressor("context", 4334, 2.000908), new Stressor("fork", 387, 2.000487)], stressors);
        Assert.Equal(2166.016739, stressors[0].PerSecond, 3);
    }

    [Fact]
    public void Iperf3()
    {
        var iperf = CostPlanner.Benchmarking.Workloads.Iperf3.Parse(Captured.Output("iperf3.json")).Value!;
        Assert.Equal(13337346557.46442 / 1e6, iperf.MbitsSent, 6);
        Assert.Equal(13353044336.344822 / 1e6, iperf.MbitsReceived, 6);
        Assert.Equal(23, iperf.Retransmits);
        Assert.Equal("iperf3 reports an error", CostPlanner.Benchmarking.Workloads.Iperf3.Parse(Captured.Output("iperf3-refused.json")).Reason.Words());
    }

    [Fact]
    public void Cyclictest_over_its_threads()
    {
        Assert.Equal(new Cyclictest(1, 2000, 12, 28, 179), Cyclictest.Parse(Captured.Output("cyclictest.txt")).Value);
        // A second thread of 1000 wakes and a mean of 58: (2000 × 28 + 1000 × 58) / 3000 = 38.
        Assert.Equal(
            new Cyclictest(2, 3000, 9, 38, 400),
            Cyclictest.Parse(Captured.Output("cyclictest.txt") + "T: 1 (   77) P:80 I:1500 C:   1000 Min:      9 Act:   20 Avg:   58 Max:     400\n").Value);
    }
}
