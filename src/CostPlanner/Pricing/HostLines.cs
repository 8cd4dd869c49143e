using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Pricing.Guests;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Running;
using CostPlanner.Pricing.Timelines;

namespace CostPlanner.Pricing;

/// <summary>What hosts and their guests cost over the horizon, whatever platform is licensed on them: the same for all options on the same hosts.</summary>
public sealed class HostLines
{
    private readonly CostBasis basis;
    private readonly Timeline course;
    private readonly Dictionary<string, ImmutableArray<CostLine>> guests = new(StringComparer.Ordinal);

    /// <summary>The lines of a course.</summary>
    /// <param name="basis">What lines are priced with.</param>
    /// <param name="course">The hosts month by month.</param>
    /// <param name="demand">The VMs.</param>
    public HostLines(CostBasis basis, Timeline course, EstateDemand demand)
    {
        (this.basis, this.course) = (basis, course);
        Running =
        [
            .. LinesOverTime.Of(basis, course.Spans.Select(phase => new LineSpan(phase.From, phase.To, HardwareLines.Of(basis, phase.Running)))),
            .. LinesOverTime.Of(basis, course.Spans.Select(phase => new LineSpan(phase.From, phase.To, EnergyLines.Of(basis, phase.Running)))),
            .. LinesOverTime.Steady(basis, [StaffLines.Of(basis, demand)]),
        ];
    }

    /// <summary>Servers, electricity, rack space and people.</summary>
    public ImmutableArray<CostLine> Running { get; }

    /// <summary>The licences of the guests; an option differs only by a platform that contains some of them.</summary>
    public ImmutableArray<CostLine> Guests(ScenarioOption option)
    {
        var contained = RedHatLines.ContainedIn(basis, option)?.Id ?? "";
        return guests.TryGetValue(contained, out var known) ? known : guests[contained] = LinesOverTime.Of(
            basis,
            course.Planned.Select(
                phase => new LineSpan(phase.From, phase.To, OptionCosts.Guests(basis, option, phase.Plan, LicensedHosts.Of(phase.Plan, basis.Cache)))));
    }
}
