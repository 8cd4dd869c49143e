using CostPlanner.Model;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Studies.Decision;

/// <summary>Until when one can decide: what the contract of today and the time that a move takes leave open.</summary>
/// <param name="Ends">The last day that the contract covers, prolonged where its notice is past; null without a contract.</param>
/// <param name="Notice">The last day to give it notice; null where none is needed.</param>
/// <param name="IsNoticePast">Whether that day was past on the day of the case.</param>
/// <param name="BeginMove">The last day to begin the move of the best way to leave so that it ends with the contract; null without either of them.</param>
/// <param name="MoveMonths">Months that the move takes, with its preparation; null where nothing leaves.</param>
/// <param name="IsMoveLate">Whether that day was past on the day of the case.</param>
/// <param name="LastDay">
/// The last day to decide: of the days that are still to come the first of notice, begin of the move, and end of the contract; null where none is to come.
/// </param>
public sealed record DecideBy(
    DateOnly? Ends, DateOnly? Notice, bool IsNoticePast, DateOnly? BeginMove, int? MoveMonths, bool IsMoveLate, DateOnly? LastDay)
{
    /// <summary>The days of a case.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="leave">The best way to leave; null for none.</param>
    public static DecideBy Of(Scenario scenario, OptionCase? leave)
    {
        var months = leave?.Timeline.Move?.Ends;
        if (ContractTerm.Of(scenario) is not { LastDay: { } ends } term)
        {
            return new DecideBy(null, null, false, null, months, false, null);
        }

        var begin = months is { } takes ? ends.AddDays(1).AddMonths(-takes) : (DateOnly?)null;
        var last = new[] { term.IsProlonged ? null : term.NoticeBy, begin, ends }.Where(day => day >= scenario.AsOf).Min();
        return new DecideBy(ends, term.NoticeBy, term.IsProlonged, begin, months, begin < scenario.AsOf, last);
    }
}
