using System.Collections.Immutable;
using CostPlanner.Ingest.Tables;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Inventories.Rvtools;

/// <summary>vLicense: what is held today. The column Key is never read.</summary>
internal static class LicenceSheet
{
    private static readonly SheetColumn Name = new("Name");
    private static readonly SheetColumn CostUnit = new("Cost Unit");
    private static readonly SheetColumn Total = new("Total");
    private static readonly SheetColumn Used = new("Used");
    private static readonly SheetColumn Expires = new("Expiration Date");

    /// <summary>The columns read.</summary>
    public static readonly SheetLayout Layout = new("vLicense", Name, CostUnit, Total, Used, Expires);

    /// <summary>One holding per row.</summary>
    public static ImmutableArray<LicenceHolding> Read(SheetTable? table, ReadingLog log)
    {
        if (table is null)
        {
            return [];
        }

        ImmutableArray<LicenceHolding> holdings = [.. table.Rows.Select(row => Holding(row, log)).OfType<LicenceHolding>()];
        log.CountRows(table, holdings.Length);
        return holdings;
    }

    private static LicenceHolding? Holding(SheetRow row, ReadingLog log)
    {
        if (log.Names.Words(row.Text(Name)) is not { } name)
        {
            log.SetAside(row, Name, "licence-without-name", Message.Of("licence-without-name"), Message.Of("licence-without-name.mend"));
            return null;
        }

        foreach (var column in new[] { Total, Used })
        {
            if (row.Text(column) is not null && Cells.Whole(row.Raw(column)) is not (>= 0 and <= int.MaxValue))
            {
                log.SetAside(
                    row, column, "licence-count-unusable",
                    Message.Of("licence-count-unusable", ("column", column.Header), ("value", NameMask.Shown(row.Raw(column)))),
                    Message.Of("licence-count-unusable.mend"));
                return null;
            }
        }

        if (!Dates.IsNever(row.Raw(Expires)) && Dates.Day(row.Raw(Expires)) is null)
        {
            log.TakeAsBlank(row, Expires);
        }

        return new LicenceHolding(
            name, log.Names.Words(row.Text(CostUnit)) ?? "", (int?)Cells.Whole(row.Raw(Total)), (int?)Cells.Whole(row.Raw(Used)),
            Dates.Day(row.Raw(Expires)), row.Place) { NeverExpires = row.Text(Expires) is not null && Dates.IsNever(row.Raw(Expires)) };
    }
}
