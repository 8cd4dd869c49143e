using System.Text;
using CostPlanner.Ingest.Usage;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using FsCheck.Fluent;

namespace CostPlanner.Tests.Ingest.Usage;

/// <summary>Whatever is done to a file of series, it is read or refused, and its rows add up.</summary>
public sealed class MutilatedUsageTests
{
    private static readonly byte[] Whole = Encoding.UTF8.GetBytes(
        "vm,time,cpu_mhz,memory_mib\n" + string.Concat(Enumerable.Range(0, 40).Select(i => FormattableString.Invariant($"\"a\",{1_000_000_000 + (i * 300)},{i}.5,{i * 10}\n"))));

    [Fact]
    public void Any_bytes_put_anywhere_leave_rows_that_add_up()
    {
        using var folder = new TemporaryFolder();
        var inventory = Estate.Of([], [Estate.Vm("a") with { CpuCapacity = new Frequency(4000) }]);
        var spoilings = Gen.Choose(0, Whole.Length - 1).Zip(Gen.Elements(0x00, (int)'"', (int)',', (int)'\n', (int)'-', (int)'e', 0xFF, (int)';', (int)'9')).ListOf(12).ToArbitrary();
        Prop.ForAll(spoilings, spoiled =>
        {
            var bytes = Whole.ToArray();
            foreach (var (at, value) in spoiled)
            {
                bytes[at] = (byte)value;
            }

            File.WriteAllBytes(folder.At("usage.csv"), bytes);
            var reading = UsageFile.Read(folder.At("usage.csv"), inventory);
            Assert.Equal(reading.Value is null, reading.Findings.Any(finding => finding.Severity == Severity.Error));
            if (reading.Value is { } usage)
            {
                Assert.True(usage.Rows[0].SetAside == 0 || reading.Findings.Any(finding => finding.Done.Words() == "The rows were set aside."));
                Assert.All(usage.Vms, vm => Assert.InRange(vm.SlotsSeen, 1, usage.Rows[0].Used));
            }
        }).Holds(300);
    }
}
