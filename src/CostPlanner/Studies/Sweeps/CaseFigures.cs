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

    /// <summary>The name of the measure that is 1 where the option is ranked.</summary>
    public const string Ranked = "ranked";

    /// <summary>The name of the measure by which options are ranked.</summary>
    public const string Present = "present";

    /// <summary>The name of the measure that is 1 where the option stays on today's platform, 0 where it leaves; none for the estate as it is.</summary>
    public const string Stays = "stays";

    private const string CostOf = "cost.";
    private const int MoneyDecimals = 2;
    private const int ShareDecimals = 6;

    /// <summary>What every option is asked for.</summary>
    public static ImmutableArray<CaseMeasure> Measures(Scenario scenario) =>
    [
        new CaseMeasure("hosts", Message.Of("measure.hosts"), Message.Of("unit.host")),
        new CaseMeasure("hosts-bought", Message.Of("measure.hosts-bought"), Message.Of("unit.host")),
        new CaseMeasure("placed", Message.Of("measure.placed"), Message.Of("unit.yes")),
        new CaseMeasure(Complete, Message.Of("measure.complete"), Message.Of("unit.yes")),
        new CaseMeasure(Ranked, Message.Of("measure.ranked"), Message.Of("unit.yes")),
        new CaseMeasure(Stays, Message.Of("measure.stays"), Message.Of("unit.yes")),
        new CaseMeasure(Total, Message.Of("measure.total"), scenario.Currency.Code),
        new CaseMeasure(Present, Message.Of("measure.present"), scenario.Currency.Code),
        new CaseMeasure("saving", Message.Of("measure.saving", ("baseline", BaselineOf(scenario))), scenario.Currency.Code),
        new CaseMeasure("saving-share", Message.Of("measure.saving-share", ("baseline", BaselineOf(scenario))), "share"),
        new CaseMeasure("payback", Message.Of("measure.payback", ("baseline", BaselineOf(scenario))), Message.Of("unit.month")),
        .. Enum.GetValues<CostCategory>().Select(category => new CaseMeasure(NameOf(category), LabelOf(category), scenario.Currency.Code)),
    ];

    private static string BaselineOf(Scenario scenario) => scenario.Options.First(option => option.Id == scenario.Baseline).Name;

    /// <summary>The figures of every option, in the order of the scenario and of the measures.</summary>
    public static ImmutableArray<OptionFigures> Of(BusinessCase result) =>
        [.. result.Options.Select(option => new OptionFigures(
            option.Option.Id, option.Option.Name, Of(option, result.Inputs.Inventory.Platform)) { AtLeast = AtLeast(option) })];

    private static ImmutableArray<decimal?> Of(OptionCase option, PlatformFamily today) =>
    [
        option.Plan.HostsUsed,
        option.Plan.HostsBought,
        option.Plan.Holds ? 1 : 0,
        option.HasTotal ? 1 : 0,
        option.IsRanked ? 1 : 0,
        option.Option.IsToday ? null : option.Option.Platform == today ? 1 : 0,
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

    private static string NameOf(CostCategory category) => CostOf + string.Concat(category.ToString().Select(
        (letter, at) => char.IsUpper(letter) ? (at == 0 ? "" : "-") + char.ToLowerInvariant(letter) : letter.ToString()));

    private static decimal Rounded(Money money) => money.Rounded(MoneyDecimals).Amount;

    private static Message LabelOf(CostCategory category) => category switch
    {
        CostCategory.PlatformLicences => Message.Of("measure.platform-licences"),
        CostCategory.TodaysContract => Message.Of("measure.todays-contract"),
        CostCategory.GuestLicences => Message.Of("measure.guest-licences"),
        CostCategory.Hardware => Message.Of("measure.hardware"),
        CostCategory.HardwareMaintenance => Message.Of("measure.hardware-maintenance"),
        CostCategory.Energy => Message.Of("measure.energy"),
        CostCategory.Rack => Message.Of("measure.rack"),
        CostCategory.Staff => Message.Of("measure.staff"),
        CostCategory.Migration => Message.Of("measure.migration"),
        CostCategory.DoubleRunning => Message.Of("measure.double-running"),
        CostCategory.Training => Message.Of("measure.training"),
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "not a category"),
    };
}
