using CostPlanner.Model;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Pricing.Timelines;

/// <summary>The ways over the end of today's contract, reckoned by hand.</summary>
/// <remarks>
/// Two hosts of 2 x 16 cores: 64 cores. The contract ends after month 9; with 12 months of preparation the last VM moves in month 13. VVF costs 190 a core
/// for a year, 135 for three.
/// </remarks>
public class MoveAlternativesTests
{
    private static readonly TodaysContract Contract = Contracted.Contract(new DateOnly(2027, 6, 30));

    // As planned and for one year 64 x 190 = 12,160; for three years 3 x 64 x 135 = 25,920; moved earlier nothing; an extension has no price yet.
    [Fact]
    public void Every_way_has_its_figure()
    {
        var option = Leaving(Inputs());
        var alternatives = option.Alternatives!;
        Assert.Equal(
            [
                (MoveWay.AsPlanned, null, 12_160m), (MoveWay.Earlier, null, 0m), (MoveWay.Extended, null, null), (MoveWay.Renewed, "vvf-1y", 12_160m),
                (MoveWay.Renewed, "vvf-3y", 25_920m),
            ],
            alternatives.Ways.Select(way => (way.Way, way.Product, way.DoubleRunning?.Amount)));
        Assert.Equal(option.Costs.Total, alternatives.Ways[0].Total);
        Assert.Equal(option.Costs.Total.Amount - 12_160, alternatives.Ways[1].Total!.Value.Amount);
        Assert.Equal(MoveAlternatives.NoQuote, alternatives.Ways[2].WhyNone!.Id);
    }

    // Four months too late on 2026-10-01: it would have had to begin on 2026-06-01. Preparation alone takes 12 months, the contract 9.
    [Fact]
    public void It_is_said_when_the_move_would_have_had_to_begin()
    {
        var alternatives = Leaving(Inputs()).Alternatives!;
        Assert.Equal((9, 13, new DateOnly(2026, 6, 1), null), (alternatives.From, alternatives.Until, alternatives.BeginBy, alternatives.VmsPerWeek));
    }

    // 20 VMs at 0.5 a week are 40 weeks, 9.2 months: 10, after 3 of preparation month 13. From month 3 to 9 are 6 x 4.345 = 26.07 weeks: 20 / 26.07 = 0.77.
    [Fact]
    public void Or_how_many_VMs_a_week_would_do() =>
        Assert.Equal(0.8m, Leaving(Inputs((AssumptionIds.MigrationPreparation, 3), (AssumptionIds.VmsPerWeek, 0.5m))).Alternatives!.VmsPerWeek);

    // At that pace it does: 20 / 0.8 = 25 weeks, 5.8 months: 6, and 3 + 6 = 9.
    [Fact]
    public void At_that_pace_the_move_ends_with_the_contract() =>
        Assert.Null(Leaving(Inputs((AssumptionIds.MigrationPreparation, 3), (AssumptionIds.VmsPerWeek, 0.8m))).Alternatives);

    // Dearer than a year of VVF, 12,160, an extension loses.
    [Fact]
    public void An_extension_may_cost_what_the_cheapest_renewal_costs()
    {
        Assert.Equal(12_160, Leaving(Inputs()).Alternatives!.DearestExtension!.Value.Amount);
        var quoted = Leaving(Inputs().Under(scenario => scenario with
        {
            Bridge = new BridgeQuote(6, new Money(5_000, Currency.Euro), new DateOnly(2026, 9, 15), "reseller", new SourcePlace("test.yaml", Row: 9)),
        })).Alternatives!;
        Assert.Equal(12_160, quoted.DearestExtension!.Value.Amount);
        Assert.Equal([5_000m, 5_000m], quoted.Ways.Where(way => way.Way is MoveWay.AsPlanned or MoveWay.Extended).Select(way => way.DoubleRunning!.Value.Amount));
    }

    // Nobody says when the contract ends: no day can be told, and no total without double running.
    [Fact]
    public void Where_the_end_is_not_known_there_is_no_earlier()
    {
        var alternatives = Leaving(Contracted.Inputs(Contract with { Ends = null })).Alternatives!;
        Assert.Null(alternatives.BeginBy);
        Assert.DoesNotContain(alternatives.Ways, way => way.Way == MoveWay.Earlier);
    }

    [Fact]
    public void Options_that_stay_have_none() => Assert.All(
        Contracted.Priced(Inputs()).Options.Where(option => option.Option.Platform == PlatformFamily.VSphere), option => Assert.Null(option.Alternatives));

    private static CaseInputs Inputs(params (string, decimal)[] assumptions) =>
        Contracted.Inputs(Contract, assumptions.Length == 0 ? [(AssumptionIds.MigrationPreparation, 12)] : assumptions);

    private static OptionCase Leaving(CaseInputs inputs) => Contracted.Priced(inputs).Options.Single(option => option.Option.Id == "leave");
}
