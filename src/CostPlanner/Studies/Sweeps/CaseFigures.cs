using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Studies.Sweeps;

/// <summary>The figures of a case by which scenarios are put side by side.</summary>
public static class CaseFigures
{
    /// <summary>The name of the measure that is 1 where the total is one, and 0 where it is "at least" so much.</summary>
    public const string Complete = "complete";

    /// <summary>The name of the total's measure.</summary>
    public const string Total = "total";

    private const string Present = "present";
    private const string CostOf = "cost.";
    private const int MoneyDecimals = 2;
    private const int ShareDecimals = 6;

    /// <summary>What every option is asked for.</summary>
    public static ImmutableArray<CaseMeasure> Measures(Currency currency) =>
    [
        new CaseMeasure("hosts", "Hosts", "host"),
        new CaseMeasure("hosts-bought", "Hosts bought", "host"),
        new CaseMeasure("placed", "Every VM placed, and failures survived", "1: yes"),
        new CaseMeasure(Complete, "Every price known, and every VM placed", "1: yes"),
        new CaseMeasure(Total, "Total over the horizon", currency.Code),
        new CaseMeasure(Present, "Total in money of today", currency.Code),
        new CaseMeasure("saving", "Saving against the baseline", currency.Code),
        new CaseMeasure("saving-share", "Saving as a share", "share"),
        new CaseMeasure("payback", "Payback", "month"),
        .. Enum.GetValues<CostCategory>().Select(category => new CaseMeasure(NameOf(category), Words(category, ' '), currency.Code)),
    ];

    /// <summary>The figures of every option, in the order of the scenario and of the measures.</summary>
    public static ImmutableArray<OptionFigures> Of(BusinessCase result) =>
        [.. result.Options.Select(option => new OptionFigures(option.Option.Id, option.Option.Name, Of(option)) { AtLeast = AtLeast(option) })];

    private static ImmutableArray<decimal?> Of(OptionCase option) =>
    [
        option.Plan.HostsUsed,
        option.Plan.HostsBought,
        option.Plan.Holds ? 1 : 0,
        option.IsRanked ? 1 : 0,
        Known(option.Costs.Lines, option.Costs.Total),
        Known(option.Costs.Lines, option.PresentCost),
        option.Comparison is { } compared ? Rounded(compared.Saving) : null,
        option.Comparison is { } shared ? decimal.Round(shared.Share, ShareDecimals, MidpointRounding.AwayFromZero) : null,
        option.Comparison?.PaybackMonth,
        .. Enum.GetValues<CostCategory>().Select(category => Known(LinesOf(option, category), option.Costs.TotalOf(category))),
    ];

    /// <summary>
    /// The measures that are lower bounds: the sums that hold a line without an amount, and every cost where hosts are lacking that would have to be paid for.
    /// </summary>
    private static ImmutableArray<string> AtLeast(OptionCase option)
    {
        var sums = Enum.GetValues<CostCategory>().Select(category => (Name: NameOf(category), Lines: LinesOf(option, category)))
            .Prepend((Name: Present, Lines: option.Costs.Lines))
            .Prepend((Name: Total, Lines: option.Costs.Lines));
        return [.. sums.Where(sum => (!option.Plan.Holds || sum.Lines.Any(line => line.IsHole)) && !IsUnknown(sum.Lines)).Select(sum => sum.Name)];
    }

    private static ImmutableArray<CostLine> LinesOf(OptionCase option, CostCategory category) =>
        [.. option.Costs.Lines.Where(line => line.Category == category)];

    /// <summary>A sum of lines; null where it has lines and none of them an amount.</summary>
    private static decimal? Known(ImmutableArray<CostLine> lines, Money sum) => IsUnknown(lines) ? null : Rounded(sum);

    private static bool IsUnknown(ImmutableArray<CostLine> lines) => !lines.IsEmpty && lines.All(line => line.IsHole);

    private static string NameOf(CostCategory category) => CostOf + Words(category, '-');

    private static decimal Rounded(Money money) => money.Rounded(MoneyDecimals).Amount;

    private static string Words(CostCategory category, char between) => string.Concat(category.ToString().Select((letter, at) => char.IsUpper(letter)
        ? (at == 0 ? "" : between.ToString()) + (at == 0 && between == ' ' ? letter : char.ToLowerInvariant(letter))
        : letter.ToString()));
}
