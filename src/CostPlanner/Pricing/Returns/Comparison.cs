using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>An option measured against another over the horizon.</summary>
/// <param name="Saving">What the option costs less, undiscounted; negative when it costs more.</param>
/// <param name="Share">The saving as a share of the other's total.</param>
/// <param name="PresentSaving">The saving in money of today: the present value by which options are ranked.</param>
/// <param name="PresentShare">The present saving as a share of the other's present cost.</param>
/// <param name="Payback">When the option has paid for itself, undiscounted, or why there is no such month.</param>
public sealed record Comparison(Money Saving, decimal Share, Money PresentSaving, decimal PresentShare, Payback Payback)
{
    /// <summary>The month of payback; 0 for an option that is never behind, null where there is none.</summary>
    public int? PaybackMonth => Payback.Month;

    /// <summary>An option against another; null where the other costs nothing, so that nothing is a share of it.</summary>
    /// <param name="against">What it is measured against.</param>
    /// <param name="costs">The option.</param>
    /// <param name="yearlyRate">The yearly rate at which later money is discounted.</param>
    public static Comparison? Of(CostSheet against, CostSheet costs, decimal yearlyRate)
    {
        var (before, after) = (against.ByMonth(), costs.ByMonth());
        var present = PresentValue.Of(before, yearlyRate, costs.Currency);
        if (against.Total.Amount == 0 || present.Amount == 0)
        {
            return null;
        }

        var (saving, presentSaving) = (against.Total - costs.Total, present - PresentValue.Of(after, yearlyRate, costs.Currency));
        return new Comparison(saving, saving / against.Total, presentSaving, presentSaving / present, Payback.Of(before, after));
    }
}
