using System.Collections.Immutable;
using CostPlanner.Cases;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Placement.Plans;
using CostPlanner.Pricing;
using CostPlanner.Pricing.Ages;
using CostPlanner.Pricing.Claims;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Simulation.Sampling;
using CostPlanner.Studies.Claims;
using CostPlanner.Studies.Decision;
using CostPlanner.Studies.Evidence;
using CostPlanner.Studies.Progress;
using CostPlanner.Studies.Runway;
using CostPlanner.Studies.Scope;
using CostPlanner.Studies.Sizing;
using CostPlanner.Studies.Uncertainty;

namespace CostPlanner.Studies;

/// <summary>A question put to a case beside the case itself.</summary>
public enum Study
{
    /// <summary>The claim of 2013: <see cref="CaseStudy.Claim"/>.</summary>
    Claim,

    /// <summary>What sizing by measured use would come to: <see cref="CaseStudy.Sizing"/>.</summary>
    Sizing,

    /// <summary>What today's estate proves against the assumptions: <see cref="CaseStudy.Evidence"/>.</summary>
    Evidence,

    /// <summary>When the hosts that are planned do not suffice any more: <see cref="CaseStudy.Runway"/>.</summary>
    Runway,

    /// <summary>What planning by site would give: <see cref="CaseStudy.Scope"/>.</summary>
    Scope,

    /// <summary>How sure the answer is: <see cref="CaseStudy.Uncertainty"/>.</summary>
    Uncertainty,
}

/// <summary>A business case and the studies that were asked for; no other is computed. This is what reports, commands and web pages receive.</summary>
/// <param name="Case">The case.</param>
public sealed record CaseStudy(BusinessCase Case)
{
    /// <summary>The studies of which a report has a chapter, or a sentence on its first page.</summary>
    public static ImmutableArray<Study> OfReport { get; } = [Study.Claim, Study.Sizing, Study.Evidence, Study.Runway, Study.Scope, Study.Uncertainty];

    /// <summary>The claim of 2013, put to this estate; null where nobody asked.</summary>
    public ClaimAnswer? Claim { get; init; }

    /// <summary>What was measured of the estate, and what sizing by it would come to; null where nothing was measured, or nobody asked.</summary>
    public SizingStudy? Sizing { get; init; }

    /// <summary>What today's estate proves against the assumptions; nothing where nobody asked.</summary>
    public EvidenceStudy Evidence { get; init; } = new([], []);

    /// <summary>When the hosts of the cheapest ranked option, of the baseline where none is ranked, do not suffice any more; null where nobody asked.</summary>
    public RunwayStudy? Runway { get; init; }

    /// <summary>What planning by site would give; null where nothing asks for it.</summary>
    public ScopeStudy? Scope { get; init; }

    /// <summary>How sure the answer is; null where nobody asked.</summary>
    public UncertaintyStudy? Uncertainty { get; init; }

    /// <summary>Whether an option ranks equal to the first: it is ranked, and trials were made in too few of which it is the dearer.</summary>
    public bool IsEqualToFirst(OptionCase option) => option.IsRanked && Uncertainty?.Result.Options[Options.IndexOf(option)].IsEqualToFirst == true;

    /// <summary>What to do.</summary>
    public DecisionStudy Decision => DecisionStudy.Of(Case, Uncertainty);

    /// <summary>Everything the user should know, errors first.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [.. Case.Findings];

    /// <summary>What the case was computed from.</summary>
    public CaseInputs Inputs
    {
        get => Case.Inputs;
        init => Case = Case with { Inputs = value };
    }

    /// <summary>The assumptions after the scenario's own values.</summary>
    public AssumptionSet Assumptions
    {
        get => Case.Assumptions;
        init => Case = Case with { Assumptions = value };
    }

    /// <summary>The options, in the scenario's order.</summary>
    public ImmutableArray<OptionCase> Options
    {
        get => Case.Options;
        init => Case = Case with { Options = value };
    }

    /// <summary>What is used beyond its age, one entry for each kind of fact.</summary>
    public ImmutableArray<OldFact> OldFacts => Case.OldFacts;

    /// <summary>The option that the others are measured against.</summary>
    public OptionCase Baseline => Case.Baseline;

    /// <summary>The estate as it is; null where every option is set up anew.</summary>
    public OptionCase? Today => Case.Today;

    /// <summary>Whether savings are told against the estate as it is too: it has a total, and another option is the baseline.</summary>
    public bool TellsAgainstToday => Today is { HasTotal: true } today && today.Option.Id != Baseline.Option.Id;

    /// <summary>The options that are ranked, the lowest present cost first.</summary>
    public IEnumerable<OptionCase> Ranking => Case.Ranking;

    /// <summary>The ranked option with the lowest present cost, or null when none may be ranked.</summary>
    public OptionCase? Cheapest => Case.Cheapest;

    /// <summary>What is owed for the platform of today, month by month; null without a contract.</summary>
    public ContractTerm? Contract => ContractTerm.Of(Inputs.Scenario);

    /// <summary>Electricity of an option, and the greenhouse gases of it.</summary>
    public Footprint FootprintOf(OptionCase option) => Footprint.Of(option.Costs, Inputs.Grid, Inputs.Scenario);

    /// <summary>What the licences of an option's guests come to, each kind by itself.</summary>
    public ImmutableArray<GuestBill> GuestBillsOf(OptionCase option) => GuestBill.Of(Inputs.Scenario.Placement, option.Plan, option.Costs);

    /// <summary>
    /// What an option pays for licences of guests, which may be owned already; a lower bound where a price is missing. Null once the scenario says what is
    /// owned.
    /// </summary>
    public Money? GuestLicencesThatMayBeOwned(OptionCase option) => Inputs.Scenario.Owned.IsSaid ? null : option.Costs.Lines
        .Where(line => line is { Category: CostCategory.GuestLicences, IsHole: false })
        .Aggregate(Money.Zero(Inputs.Scenario.Currency), (sum, line) => sum + line.Amount(Inputs.Scenario.Currency)!.Value);

    /// <summary>The case of those inputs with those studies.</summary>
    /// <param name="inputs">What it is computed from.</param>
    /// <param name="asked">The studies.</param>
    /// <param name="progress">Told what begins.</param>
    /// <param name="trials">The most trials; 0 for none, null for what the scenario says, else as many as the stop rule asks for.</param>
    /// <param name="token">Calls it off.</param>
    public static CaseStudy Of(
        CaseInputs inputs, ImmutableArray<Study> asked, IProgress<StudyProgress>? progress = null, int? trials = null, CancellationToken token = default)
    {
        progress?.Report(new StudyProgress(StudyStage.Case));
        var result = BusinessCase.Of(inputs, token);
        var assumptions = inputs.Assumptions.With(inputs.Scenario.Assumptions);
        var sizing = Begins(Study.Sizing) ? SizingOf(result) : null;
        var evidence = Begins(Study.Evidence) ? EvidenceStudy.Of(inputs, result.Placed) : new EvidenceStudy([], []);
        return new CaseStudy(result)
        {
            Claim = Begins(Study.Claim) ? ClaimStudy.Of(inputs, result.Placed, assumptions) : null,
            Sizing = sizing,
            Evidence = evidence,
            Runway = Begins(Study.Runway) ? RunwayOf(result, progress, token) : null,
            Scope = Begins(Study.Scope) ? ScopeStudy.Of(result) : null,
            Uncertainty = (trials ?? inputs.Scenario.Uncertainty.MostTrials ?? SimulationPlan.UsualMostTrials) is > 0 and var most && Begins(Study.Uncertainty)
                ? UncertaintyStudy.Of(result, most, progress, token)
                : null,
            Findings =
            [
                .. result.OfInputs
                    .Concat(asked.Contains(Study.Sizing) ? SizingStudy.FindingsOf(inputs, sizing, assumptions) : [])
                    .Concat(result.OfAnswers)
                    .Concat(evidence.Findings(inputs.Scenario))
                    .OrderByDescending(finding => finding.Severity),
            ],
        };

        bool Begins(Study study)
        {
            if (!asked.Contains(study))
            {
                return false;
            }

            token.ThrowIfCancellationRequested();
            progress?.Report(new StudyProgress(StageOf(study)));
            return true;
        }
    }

    private static StudyStage StageOf(Study study) => study switch
    {
        Study.Claim => StudyStage.Claim,
        Study.Sizing => StudyStage.Sizing,
        Study.Evidence => StudyStage.Evidence,
        Study.Runway => StudyStage.Runway,
        Study.Scope => StudyStage.Scope,
        Study.Uncertainty => StudyStage.Trials,
        _ => throw new ArgumentOutOfRangeException(nameof(study), study, "not a study"),
    };

    private static RunwayStudy RunwayOf(BusinessCase result, IProgress<StudyProgress>? progress, CancellationToken token)
    {
        var planned = (result.Cheapest ?? result.Baseline).Option.Id;
        return RunwayStudy.OfPlan(
            result.Inputs, SnapshotSeries.None, result.Placed.First(each => each.Option.Id == planned), months: null, progress, token);
    }

    private static SizingStudy? SizingOf(BusinessCase result)
    {
        var (inputs, placed) = (result.Inputs, result.Placed);
        var baseline = placed.First(each => each.Option.Id == inputs.Scenario.Baseline);
        return SizingStudy.Of(inputs, baseline.Assumptions, baseline.Demand.Running.Select(each => each.Vm), Sized);

        // The baseline again, its VMs sized in another way.
        (EstateDemand Demand, EstatePlan Plan, CostSheet Costs) Sized(MeasuredEstate? measured)
        {
            var sized = PlacedOption.Of(inputs, baseline.Option, baseline.Assumptions, measured);
            return (sized.Demand, sized.Plan, sized.Costs(inputs));
        }
    }
}
