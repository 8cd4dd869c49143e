using System.Collections.Immutable;
using CostPlanner.Pricing;
using CostPlanner.Reporting.Content;

namespace CostPlanner.Reporting.Sections;

/// <summary>The claim of 2013, put to this estate.</summary>
internal static class ClaimSection
{
    private static readonly ImmutableArray<ClaimScope> Scopes = [.. Enum.GetValues<ClaimScope>()];

    public static Section Of(BusinessCase result) => new(
        "claim",
        "7",
        "The claim of 2013",
        Answer(result.Claim),
        [new Paragraph(Background(result.Claim)), TableOf(result)]);

    private static string Background(ClaimAnswer claim) =>
        "In October 2013 the press reported, citing the Open Virtualization Alliance, that KVM could be "
        + $"{Range(claim)} cheaper than the other x86 platforms, vSphere and Xen, with the same basic features. "
        + "A primary source of that figure was not found. Here it is put to this estate and these prices: what a KVM option costs less "
        + "than the other option, as a share of the other option's cost, in three scopes.";

    private static string Answer(ClaimAnswer claim)
    {
        if (claim.Cells.IsEmpty)
        {
            return "The scenario holds no pair of a KVM option and another, so the claim cannot be tested.";
        }

        var parts = Scopes.Select(scope => claim.Cells.Where(cell => cell.Scope == scope).ToList()).Where(cells => cells.Count > 0).Select(Part);
        return $"{Verdict(claim)} Over {Wording.Years(claim.Years)}, KVM costs {Range(claim)} less, or less still: {string.Join("; ", parts)}.";
    }

    private static string Verdict(ClaimAnswer claim)
    {
        var answered = claim.Cells.Where(cell => cell.Verdict != ClaimVerdict.NoAnswer).ToList();
        return answered.Count(IsTrue) switch
        {
            _ when answered.Count == 0 => "There is no answer: prices are missing.",
            0 => "The claim does not hold for this estate, in any scope.",
            var holds when holds == answered.Count => "The claim holds for this estate, in every scope that was tested.",
            _ => "The claim holds only for some scopes and editions.",
        };
    }

    private static string Part(List<ClaimCell> cells)
    {
        var answered = cells.Where(cell => cell.Verdict != ClaimVerdict.NoAnswer).ToList();
        var scope = Wording.Of(cells[0].Scope).ToLowerInvariant();
        return answered.Count == 0
            ? $"{scope}, no answer"
            : $"{scope}, in {Printed.Whole(answered.Count(IsTrue))} of {Printed.Count(answered.Count, "pair")}";
    }

    private static string Range(ClaimAnswer claim) => $"{Printed.Number(claim.Low * 100)}\u00a0% to {Printed.Number(claim.High * 100)}\u00a0%";

    private static Table TableOf(BusinessCase result)
    {
        var names = result.Options.ToDictionary(option => option.Option.Id, option => option.Option.Name, StringComparer.Ordinal);
        var claim = result.Claim;
        var rows = claim.Cells.GroupBy(cell => cell.Kvm, StringComparer.Ordinal).SelectMany(kvm => RowsOf(kvm, names));
        return new Table
        {
            Caption = $"What KVM costs less, as a share of the other option's cost, over {Wording.Years(claim.Years)}",
            Columns =
            [
                new Column("Compared with", Width: 31),
                .. Scopes.SelectMany(scope => new[] { new Column(Wording.Of(scope), true, 11), new Column("", Width: 12) }),
            ],
            Rows = [.. rows],
            Note = $"Holds: between {Range(claim)} less; exceeds it: more than that. Platform and hardware: platform licences, servers, their upkeep, energy and rack space. "
                + "A negative share says that KVM costs more.",
        };
    }

    private static IEnumerable<Row> RowsOf(IGrouping<string, ClaimCell> kvm, Dictionary<string, string> names) =>
        kvm.GroupBy(cell => cell.Other, StringComparer.Ordinal)
            .Select(pair => new Row(
                [new Cell(names.GetValueOrDefault(pair.Key, pair.Key)), .. Scopes.SelectMany(scope => CellsOf(pair, scope))]))
            .Prepend(new Row([new Cell(names.GetValueOrDefault(kvm.Key, kvm.Key))], RowKind.Group));

    private static ImmutableArray<Cell> CellsOf(IEnumerable<ClaimCell> pair, ClaimScope scope) =>
        pair.FirstOrDefault(cell => cell.Scope == scope) switch
        {
            { Share: { } share } cell when cell.Verdict != ClaimVerdict.NoAnswer =>
                [new Cell(Printed.Percent(share), IsTrue(cell) ? Tone.Strong : Tone.Normal), new Cell(Wording.Of(cell.Verdict), Tone.Quiet)],
            { Reason: { } reason } => [new Cell("–", Tone.Quiet), Cell.Missing("no answer") with { Below = reason }],
            _ => [new Cell("–", Tone.Quiet), Cell.Missing("no answer")],
        };

    private static bool IsTrue(ClaimCell cell) => cell.Verdict is ClaimVerdict.Holds or ClaimVerdict.Exceeds;
}
