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

        var parts = Scopes.Select(scope => claim.Cells.Where(cell => cell.Scope == scope).ToList())
            .Where(cells => cells.Count > 0)
            .Select(Part);
        return $"KVM {Range(claim)} cheaper, over {Wording.Years(claim.Years)}: {string.Join("; ", parts)}.";
    }

    private static string Part(List<ClaimCell> cells)
    {
        var answered = cells.Where(cell => cell.Verdict != ClaimVerdict.NoAnswer).ToList();
        var scope = Wording.Of(cells[0].Scope).ToLowerInvariant();
        if (answered.Count == 0)
        {
            return $"{scope}: no answer";
        }

        var holds = answered.Count(cell => cell.Verdict is ClaimVerdict.Holds or ClaimVerdict.Exceeds);
        return $"{scope}: true of {Printed.Whole(holds)} of {Printed.Count(answered.Count, "pair")} with an answer";
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
            Columns = [new Column("Compared with", Width: 31), .. Scopes.Select(scope => new Column(Wording.Of(scope), true, 23))],
            Rows = [.. rows],
            Note = $"Holds: between {Range(claim)} less. Platform and hardware: platform licences, servers, their upkeep, energy and rack space. "
                + "A negative share says that KVM costs more.",
        };
    }

    private static IEnumerable<Row> RowsOf(IGrouping<string, ClaimCell> kvm, Dictionary<string, string> names) =>
        kvm.GroupBy(cell => cell.Other, StringComparer.Ordinal)
            .Select(pair => new Row([new Cell(names.GetValueOrDefault(pair.Key, pair.Key)), .. Scopes.Select(scope => CellOf(pair, scope))]))
            .Prepend(new Row([new Cell(names.GetValueOrDefault(kvm.Key, kvm.Key))], RowKind.Group));

    private static Cell CellOf(IEnumerable<ClaimCell> pair, ClaimScope scope) => pair.FirstOrDefault(cell => cell.Scope == scope) switch
    {
        null => Cell.Empty,
        { Verdict: ClaimVerdict.NoAnswer } cell => Cell.Missing("no answer") with { Below = cell.Reason },
        { Share: { } share } cell => new Cell(Printed.Percent(share), IsTrue(cell) ? Tone.Strong : Tone.Normal) { Below = Wording.Of(cell.Verdict) },
        var cell => Cell.Missing(Wording.Of(cell.Verdict)),
    };

    private static bool IsTrue(ClaimCell cell) => cell.Verdict is ClaimVerdict.Holds or ClaimVerdict.Exceeds;
}
