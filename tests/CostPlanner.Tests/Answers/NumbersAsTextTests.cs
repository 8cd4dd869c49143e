using CostPlanner.Tests.Ingest.Inventories.Rvtools;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Answers;

/// <summary>The same estate with its numbers written in other ways gets the same answer.</summary>
public sealed class NumbersAsTextTests
{
    // 36 VMs of 64,000 MiB: six hosts of 512 GiB do not survive the loss of one, a seventh is bought (ControlTests).
    private const int RightHosts = 7;
    private static readonly Lazy<decimal> RightTotal = new(() => Asked(64_000).Total());

    private static Answered Asked(object memory, object? hostMemory = null)
    {
        object?[][] vms = [.. Enumerable.Range(0, 36).Select(i => Vm($"vm-{i:00}", i, memory: memory))];
        var row = SmallEstate.Hosts().Rows[1].Cells;
        object?[][] hosts = [.. Enumerable.Range(1, 6).Select(i => (object?[])[$"esx-{i:00}", .. row.Skip(1)])];
        foreach (var host in hosts)
        {
            host[Array.IndexOf(HostHeaders, "# Memory")] = hostMemory ?? 524_288;
        }

        return Answered.Of(Info(vms), Sheet.Of("vHost", HostHeaders, hosts));
    }

    [Theory]
    [InlineData("64.000", null)]
    [InlineData("64 000", null)]
    [InlineData("64000 MB", null)]
    [InlineData(62.5, 512)] // 62.5 GiB = 64,000 MiB, 512 GiB = 524,288 MiB
    [InlineData("62,5 GB", "524.288")]
    public void Memory_in_another_notation_or_unit_is_answered_as_written_plainly(object memory, object? hostMemory)
    {
        var answer = Asked(memory, hostMemory);

        Assert.Equal(RightHosts, answer.Hosts());
        Assert.Equal(RightTotal.Value, answer.Total());
        Assert.Contains(answer.Codes, code => code is "numbers-notation" or "numbers-units" or "unit-by-size");
    }
}
