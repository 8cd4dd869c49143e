using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>An option measured against the baseline over the horizon.</summary>
/// <param name="Saving">What the option costs less; negative when it costs more.</param>
/// <param name="Share">The saving as a share of the baseline's total.</param>
/// <param name="PresentSaving">The saving in money of today.</param>
/// <param name="PaybackMonth">
/// Months until the option has cost no more than the baseline and stays so to the end of the horizon; 0 when that is so
/// from the first month, null when it never is.
/// </param>
public sealed record Comparison(Money Saving, decimal Share, Money PresentSaving, int? PaybackMonth);
