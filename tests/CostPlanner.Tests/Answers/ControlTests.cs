using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Answers;

/// <summary>The estate that the other tests here write in ways that were once read wrongly.</summary>
public sealed class ControlTests
{
    /// <summary>36 VMs of 64,000 MiB: six hosts of 512 GiB do not survive the loss of one, a seventh is bought.</summary>
    [Fact]
    public void An_estate_written_plainly_is_answered()
    {
        object?[][] vms = [.. Enumerable.Range(0, 36).Select(i => SmallEstate.Vm($"vm-{i:00}", i, memory: 64_000))];
        object?[][] hosts = [.. Enumerable.Range(1, 6).Select(i => HostRow($"esx-{i:00}"))];
        var answer = Answered.Of(SmallEstate.Info(vms), Sheet.Of("vHost", SmallEstate.HostHeaders, hosts));
        Assert.Equal(7, answer.Hosts());
        Assert.Equal(1, answer.Bought());
        Assert.True(answer.Total() > 0);
    }

    private static object?[] HostRow(string name) => [name, .. SmallEstate.Hosts().Rows[1].Cells.Skip(1)];
}
