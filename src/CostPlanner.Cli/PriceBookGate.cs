using CostPlanner.Model;
using CostPlanner.Pricing.Licences;

namespace CostPlanner.Cli;

/// <summary>Whether a price book may be reckoned with: of two prices on one day, neither is the right one.</summary>
internal static class PriceBookGate
{
    /// <summary>Whether the price book has no error; prints those that it has.</summary>
    public static bool AreIn(PriceBook prices, Terminal terminal)
    {
        var errors = PriceCheck.Of(prices).Where(finding => finding.Severity == Severity.Error).ToList();
        terminal.Write(errors);
        return errors.Count == 0;
    }
}
