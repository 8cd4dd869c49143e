using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Reporting.Chapters.Assumptions;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>The cells of a cost line.</summary>
internal static class LineCells
{
    /// <summary>The quantity; the first and the last where it changes over time.</summary>
    public static Cell Quantity(CostLine line) => line.Steps is [var first, .., var last]
        ? new Cell($"{Printed.Number(first.Quantity)} › {Printed.Number(last.Quantity)}") { Below = Sentences.Of(line.Unit) }
        : new Cell(Printed.Number(line.Quantity)) { Below = Sentences.Of(line.Unit) };

    /// <summary>The price paid, with the list price below where they differ, and the mark of a placeholder.</summary>
    public static Cell UnitPrice(CostLine line)
    {
        if (line.IsHole || line.PaidPrice is not { } paid)
        {
            return line.IsHole
                ? Cell.Missing(line.IsRefused ? Words.Of("costs.line-cells.not-allowed") : Words.Of("common.price-missing"))
                : new Cell(Words.Of("common.none-needed"), Tone.Quiet);
        }

        var list = line.ListPrice is { } price && price != paid ? Words.Of("costs.line-cells.list", ("price", Printed.Price(price))) : null;
        var rate = Rate(line);
        var below = string.Join(" · ", new[] { list, rate }.Where(part => part is not null));
        return new Cell(Printed.Price(paid), line.Provenance.IsPlaceholder ? Tone.Placeholder : Tone.Normal)
        {
            Below = below.Length == 0 ? null : below,
        };
    }

    public static Cell Amount(CostLine line, Currency currency) => line.Amount(currency) is { } amount
        ? new Cell(Printed.Whole(amount.Amount))
        : Cell.Missing(Words.Of("costs.line-cells.no-amount")) with { Below = line.Hole is { } hole ? Sentences.Of(hole) : null };

    /// <summary>When a line is paid: "60 payments, month 1 to 60".</summary>
    public static string Paid(CostLine line) => line switch
    {
        { IsRefused: true } => Words.Of("costs.line-cells.not-paid-not-allowed"),
        { IsHole: true } => Words.Of("costs.line-cells.not-paid-no-price"),
        { Payments.IsEmpty: true } => Words.Of("costs.line-cells.nothing-to-pay"),
        { Payments: [var only] } => Words.Of("costs.line-cells.paid-once-month", ("month", Printed.Whole(only.Month + 1))),
        _ => Words.Of(
            "costs.line-cells.month-to",
            ("payments", line.Payments.Length),
            ("month", Printed.Whole(line.Payments[0].Month + 1)),
            ("month-2", Printed.Whole(line.Payments[^1].Month + 1))),
    };

    public static string SourceInWords(Provenance provenance) =>
        Words.Of("costs.line-cells.grade", ("source", provenance.Source), ("date", provenance.Date), ("grade", Wording.Of(provenance.Grade)));

    /// <summary>Where the price comes from: an assumption's row, or a row of the list of sources.</summary>
    public static string SourceAnchor(CostLine line, SourceList sources) =>
        sources.AssumptionOf(line.Provenance) is { } id
            ? AssumptionsChapter.Anchor(id)
            : SourceList.Anchor(sources.NumberOf(line.Provenance));

    private static string? Rate(CostLine line) => line.Converted is { RateDate: { } day, Rate: var rate }
        ? $"×{Printed.Space}{Printed.Number(rate, 4)}{Printed.Space}({Printed.ShortDay(day)})"
        : null;
}
