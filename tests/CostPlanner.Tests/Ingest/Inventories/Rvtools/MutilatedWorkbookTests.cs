using CostPlanner.Ingest.Files;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using FsCheck;
using FsCheck.Fluent;
using static CostPlanner.Tests.Ingest.Inventories.Rvtools.SmallEstate;

namespace CostPlanner.Tests.Ingest.Inventories.Rvtools;

/// <summary>Workbooks spoiled at random: nothing is thrown, and every row is accounted for.</summary>
public sealed class MutilatedWorkbookTests
{
    private const int Columns = 21;
    private static readonly object?[] Junk =
        [null, "", " ", "VM", "n/a", "-1", -1, 0, 0.5, 1e300, "1e400", "NaN", "∞", "1,2", "10.0.0.1", true, new DateTime(2020, 1, 1), new InlineText("x"), new string('x', 500), "[", "[]", ","];

    private sealed record Spoiling(int Row, int Column, int Value);

    private static readonly Gen<Spoiling[]> Spoilings =
        (from row in Gen.Choose(0, 5)
         from column in Gen.Choose(0, Columns - 1)
         from value in Gen.Choose(0, Junk.Length - 1)
         select new Spoiling(row, column, value)).ArrayOf(12);

    [Fact]
    public void Rows_read_are_rows_used_and_rows_set_aside_with_a_finding_each() =>
        Prop.ForAll(Spoilings.ToArbitrary(), AddsUp).Holds();

    private static bool AddsUp(Spoiling[] spoilings)
    {
        object?[][] info = [.. Enumerable.Range(0, 6).Select(i => Vm($"vm-{i}", i))];
        object?[][] memory = [.. Enumerable.Range(0, 6).Select(i => new object?[] { $"vm-{i}", 40, $"vm-{i}" })];
        foreach (var (row, column, value) in spoilings)
        {
            info[row][column] = Junk[value];
            memory[row][column % 3] = Junk[value];
        }

        var reading = Read(Info(info), Sheet.Of("vMemory", ["VM", "Overhead", "VM ID"], memory), Hosts());
        return reading.Value is { } inventory
            ? Accounts(reading, inventory, "vInfo", info) && Accounts(reading, inventory, "vMemory", memory) && inventory.Vms.DistinctBy(vm => vm.Id).Count() == inventory.Vms.Length
            : reading.Findings.Any(finding => finding.Severity == Severity.Error);
    }

    private static bool Accounts(Reading<Inventory> reading, Inventory inventory, string sheet, object?[][] written)
    {
        var rows = inventory.Rows.Single(each => each.Sheet == sheet);
        var notBlank = written.Count(row => row.Any(cell => cell is not null && !(cell is string text && string.IsNullOrWhiteSpace(text))));
        var used = sheet == "vInfo" ? inventory.Vms.Length : rows.Used;
        var single = reading.Findings.Count(finding => finding.Place.Sheet == sheet && finding.Done.Words() == "The row was set aside.");
        var together = reading.Findings.Where(finding => finding.Place.Sheet == sheet && finding.Done.Words() == "The rows were set aside.")
            .Sum(finding => int.Parse(finding.Message.Words().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture));
        return rows.Read == notBlank && rows.Used == used && rows.SetAside == single + together;
    }
}
