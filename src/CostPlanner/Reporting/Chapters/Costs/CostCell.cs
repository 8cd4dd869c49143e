using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Reporting.Chapters.Costs;

/// <summary>Sums of cost lines as cells: exact where all is known, "at least" where a price is missing, never a bare 0 for a hole.</summary>
internal static class CostCell
{
    private static string PriceMissing => Words.Of("common.price-missing");

    /// <summary>The total of an option: a lower bound too where some VM has no place, for the hosts that it lacks are not paid for.</summary>
    public static Cell Total(OptionCase option, Tone tone = Tone.Normal) => Of(option.Costs.Total.Amount, option.HasTotal, tone);

    public static Cell Of(CostSheet costs, CostCategory category)
    {
        var lines = costs.Lines.Where(line => line.Category == category).ToList();
        if (lines.Count == 0)
        {
            return new Cell("–", Tone.Quiet);
        }

        return lines.All(line => line.IsHole)
            ? Cell.Missing(PriceMissing)
            : Of(costs.TotalOf(category).Amount, !lines.Any(line => line.IsHole), Tone.Normal);
    }

    public static Cell Of(decimal amount, bool isComplete, Tone tone = Tone.Normal) => (isComplete, amount) switch
    {
        (true, _) => new Cell(Printed.Whole(amount), tone),
        (false, 0) => Cell.Missing(PriceMissing),
        _ => new Cell(Printed.Whole(amount), tone) { Before = Wording.AtLeast },
    };
}
