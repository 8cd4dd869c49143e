using CostPlanner.Tests.Ingest.Inventories.Rvtools;

namespace CostPlanner.Tests.Fuzz;

/// <summary>What hands and programs do to workbooks: headers renamed, columns and rows moved, doubled or lost, cells overwritten.</summary>
internal static class SheetMutations
{
    private const int LastRow = 1_048_576;

    private static readonly string[] Headers =
        ["", "VM", "Name", "VM Name", "Host", "CPUs", "vCPU", "# CPU", "# Cores", "Memory", "Memory MB", "Memory (GiB)", "# Memory", "Cluster", "Powerstate", "Power State", "Template", "Total disk capacity MB", "vInfoVMName"];

    private static readonly string[] Names = ["vInfo", "vHost", "vCluster", "vDisk", "vMemory", "VMs", "ESX Hosts", "vmList", "vHosts", "Metadata", "tabvInfo", " VINFO ", "Sheet1"];

    /// <summary>One of them, drawn, to one of the sheets.</summary>
    public static IReadOnlyList<Sheet> Mutate(IReadOnlyList<Sheet> sheets, Random random)
    {
        if (sheets.Count == 0)
        {
            return sheets;
        }

        var at = random.Next(sheets.Count);
        var sheet = sheets[at];
        Sheet[] With(Sheet changed) => [.. sheets.Select((each, i) => i == at ? changed : each)];
        return random.Next(14) switch
        {
            0 => [.. sheets.Where((_, i) => i != at)],
            1 => With(sheet with { Name = Unused(sheets, random) }),
            2 => [.. sheets, sheet with { Name = Unused(sheets, random) }],
            3 => With(Cells(sheet, 0, _ => Headers[random.Next(Headers.Length)], random)),
            4 => With(Cells(sheet, 0, _ => Junk.Cell(random), random)),
            5 or 6 => With(Cells(sheet, random.Next(sheet.Rows.Count), _ => Junk.Cell(random), random)),
            7 => With(Column(sheet, random, cell => Junk.Cell(random))),
            8 => With(Column(sheet, random, cell => cell is IConvertible and not string ? FormattableString.Invariant($"{cell:#,##0.0}") : cell)),
            9 => With(Column(sheet, random, _ => null)),
            10 => With(sheet with { Rows = [.. sheet.Rows, .. sheet.Rows.Skip(1).Select(row => (row.Number + sheet.Rows.Count, row.Cells))] }),
            11 => With(sheet with { Rows = [.. sheet.Rows.Select(row => (row.Number + 3, row.Cells)).Prepend((1, ["Export of our estate"]))] }),
            12 => With(sheet.With(LastRow, "Total", null, null, null, 10, 40_960)),
            _ => With(sheet with { Rows = [.. sheet.Rows.Take(random.Next(sheet.Rows.Count))] }),
        };
    }

    private static string Unused(IReadOnlyList<Sheet> sheets, Random random)
    {
        var name = Names[random.Next(Names.Length)];
        return sheets.Any(sheet => string.Equals(sheet.Name, name, StringComparison.OrdinalIgnoreCase)) ? FormattableString.Invariant($"{name} ({random.Next(1000)})") : name;
    }

    private static Sheet Cells(Sheet sheet, int row, Func<object?, object?> change, Random random)
    {
        if (sheet.Rows.Count == 0 || sheet.Rows[row].Cells.Count == 0)
        {
            return sheet;
        }

        var column = random.Next(sheet.Rows[row].Cells.Count);
        return sheet with { Rows = [.. sheet.Rows.Select((each, i) => i == row ? (each.Number, Changed(each.Cells, column, change)) : each)] };
    }

    private static Sheet Column(Sheet sheet, Random random, Func<object?, object?> change)
    {
        var column = random.Next(sheet.Rows.Count == 0 ? 1 : Math.Max(1, sheet.Rows[0].Cells.Count));
        return sheet with { Rows = [.. sheet.Rows.Select((each, i) => i > 0 ? (each.Number, Changed(each.Cells, column, change)) : each)] };
    }

    private static IReadOnlyList<object?> Changed(IReadOnlyList<object?> cells, int column, Func<object?, object?> change) =>
        [.. cells.Select((cell, i) => i == column ? change(cell) : cell)];
}
