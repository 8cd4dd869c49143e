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
                Words.Of(
                    "estate.usage.idle-with-less",
                    ("idle", review.Idle.Length),
                    ("idle-cpu", Printed.Percent(assumptions.Of(AssumptionIds.IdleCpu))),
                    ("idle-memory", Printed.Percent(assumptions.Of(AssumptionIds.IdleMemory)))),
                review.Idle);
        }

        if (!review.Oversized.IsEmpty)
        {
            var share = Printed.Percent(assumptions.Of(AssumptionIds.OversizedShare));
            yield return Table(
                Words.Of("estate.usage.over-sized-for", ("oversized", review.Oversized.Length), ("share", share)),
                review.Oversized);
        }

        if (!review.NeverSeen.IsEmpty)
        {
            var more = review.NeverSeen.Length - NamesShown;
            yield return new Paragraph(
                Words.Of(
                    "estate.usage.never-seen-without",
                    ("never-seen", review.NeverSeen.Length),
                    ("take", string.Join(", ", review.NeverSeen.Take(NamesShown).Select(vm => vm.Name))),
                    ("more", more > 0 ? Words.Of("estate.usage.and-more-named", ("more", Printed.Whole(more))) : ".")));
        }
    }

    private static Table Table(string caption, ImmutableArray<ReviewedVm> vms) => new()
    {
        Caption = caption,
        Columns =
        [
            new Column("VM", Width: 30),
            new Column("vCPUs", true),
            new Column(Words.Of("estate.usage.busy-cores-p95"), true),
            new Column(Words.Of("common.memory"), true),
            new Column(Words.Of("estate.usage.active-p95"), true),
            new Column(Words.Of("estate.usage.seen"), true),
        ],
        Rows =
        [
            .. vms.OrderByDescending(each => each.Vm.VCpus - (each.CpuP95 ?? each.Vm.VCpus))
                .ThenByDescending(each => each.Vm.Memory)
                .ThenBy(each => each.Vm.Id, StringComparer.Ordinal)
                .Take(Shown).Select(RowOf),
        ],
        Note = vms.Length > Shown ? Words.Of("estate.usage.note", ("shown", Shown), ("vms", Printed.Whole(vms.Length - Shown))) : null,
        IsKept = true,
    };

    private static Row RowOf(ReviewedVm each) => new(
    [
        new Cell(each.Vm.Name),
        new Cell(Printed.Whole(each.Vm.VCpus)),
        each.CpuP95 is { } cores ? new Cell(Printed.Fixed(cores, 2)) : Cell.Missing(Words.Of("common.not-measured")),
        new Cell(Words.Of("estate.usage.gib", ("gib", Printed.Number(each.Vm.Memory.GiB, 1)))),
        each.MemoryP95 is { } memory
            ? new Cell(Words.Of("estate.usage.gib", ("gib", Printed.Number(memory.GiB, 1))))
            : Cell.Missing(Words.Of("common.not-measured")),
        new Cell(Printed.Percent(each.Seen.Value)),
    ]);
}
