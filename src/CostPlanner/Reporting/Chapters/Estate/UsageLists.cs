using System.Collections.Immutable;
using CostPlanner.Demand;
using CostPlanner.Model;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;
using CostPlanner.Studies.Sizing;

namespace CostPlanner.Reporting.Chapters.Estate;

/// <summary>The VMs that look idle, are over-sized or were never seen: the largest of each, the rest in result.json.</summary>
internal static class UsageLists
{
    private const int Shown = 12;
    private const int NamesShown = 40;

    public static IEnumerable<Block> Of(CaseStudy result, SizingStudy study)
    {
        var assumptions = result.Assumptions;
        var review = study.Review;
        if (!review.Idle.IsEmpty)
        {
            yield return Table(
                $"Idle: {Printed.Count(review.Idle.Length, "VM")} with less than {Printed.Percent(assumptions.Of(AssumptionIds.IdleCpu))} of the vCPUs and "
                    + $"{Printed.Percent(assumptions.Of(AssumptionIds.IdleMemory))} of the memory in use at p95",
                review.Idle);
        }

        if (!review.Oversized.IsEmpty)
        {
            var share = Printed.Percent(assumptions.Of(AssumptionIds.OversizedShare));
            yield return Table(
                $"Over-sized: {Printed.Count(review.Oversized.Length, "VM")} for which, at p95 with headroom, {share} of the vCPUs or of the memory would do",
                review.Oversized);
        }

        if (!review.NeverSeen.IsEmpty)
        {
            var more = review.NeverSeen.Length - NamesShown;
            yield return new Paragraph(
                $"Never seen: {Printed.Count(review.NeverSeen.Length, "running VM")} without a sample, sized as configured: "
                + string.Join(", ", review.NeverSeen.Take(NamesShown).Select(vm => vm.Name))
                    + (more > 0 ? $" and {Printed.Whole(more)} more, named in result.json." : "."));
        }
    }

    private static Table Table(string caption, ImmutableArray<ReviewedVm> vms) => new()
    {
        Caption = caption,
        Columns =
        [
            new Column("VM", Width: 30),
            new Column("vCPUs", true),
            new Column("busy cores, p95", true),
            new Column("Memory", true),
            new Column("active, p95", true),
            new Column("Seen", true),
        ],
        Rows =
        [
            .. vms.OrderByDescending(each => each.Vm.VCpus - (each.CpuP95 ?? each.Vm.VCpus))
                .ThenByDescending(each => each.Vm.Memory)
                .ThenBy(each => each.Vm.Id, StringComparer.Ordinal)
                .Take(Shown).Select(RowOf),
        ],
        Note = vms.Length > Shown ? $"The {Shown} with the most unused vCPUs; {Printed.Whole(vms.Length - Shown)} more stand in result.json." : null,
        IsKept = true,
    };

    private static Row RowOf(ReviewedVm each) => new(
    [
        new Cell(each.Vm.Name),
        new Cell(Printed.Whole(each.Vm.VCpus)),
        each.CpuP95 is { } cores ? new Cell(Printed.Fixed(cores, 2)) : Cell.Missing("not measured"),
        new Cell(Printed.Number(each.Vm.Memory.GiB, 1) + Printed.Space + "GiB"),
        each.MemoryP95 is { } memory ? new Cell(Printed.Number(memory.GiB, 1) + Printed.Space + "GiB") : Cell.Missing("not measured"),
        new Cell(Printed.Percent(each.Seen.Value)),
    ]);
}
