namespace CostPlanner.Model;

/// <summary>What a vendor asks for the platform of today beyond the end of its contract, so that VMs can be moved.</summary>
/// <param name="Months">Months that it covers, 1 and above, from the contract's end on.</param>
/// <param name="Price">What it costs, paid in advance.</param>
/// <param name="Date">The day of the offer.</param>
/// <param name="From">Who made it.</param>
/// <param name="Place">Where in the scenario it stands.</param>
public sealed record BridgeQuote(int Months, Money Price, DateOnly Date, string From, SourcePlace Place);
