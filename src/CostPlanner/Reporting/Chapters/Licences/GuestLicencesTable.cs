using System.Collections.Immutable;
using CostPlanner.Pricing;
using CostPlanner.Reporting.Chapters.Costs;
using CostPlanner.Reporting.Document;
using CostPlanner.Reporting.Text;
using CostPlanner.Studies;

namespace CostPlanner.Reporting.Chapters.Licences;

/// <summary>Licences of guests, the options side by side, and why they differ where they do.</summary>
internal static class GuestLicencesTable
{
    private const int FewOptions = 5;
    private const int FewNames = 2;

    /// <summary>A paragraph and a table; none where no guest's licence is counted.</summary>
    public static IEnumerable<Block> Of(CaseStudy result)
    {
        ImmutableArray<(OptionCase Option, ImmutableArray<GuestBill> Bills)> options =
            [.. result.Options.Select(option => (option, result.GuestBillsOf(option)))];
        ImmutableArray<string> licences = [.. options.SelectMany(each => each.Bills.Select(bill => bill.Licence)).Distinct()];
        if (licences.IsEmpty)
        {
            yield break;
        }

        yield return new Paragraph(string.Join(" ", licences.Select(licence => Sentence(licence, options))));
        yield return new Table
        {
            Caption = Words.Of(
                "licences.guest-licences.caption",
                ("years", result.Inputs.Scenario.HorizonYears),
                ("currency", result.Inputs.Scenario.Currency.Code)),
            Columns = options.Length <= FewOptions
                ? [new Column(Words.Of("common.guests"), Width: 22), .. options.Select(each => new Column(each.Option.Option.Name, true))]
                : [new Column(Words.Of("common.option"), Width: 30), .. licences.Select(licence => new Column(licence, true))],
            Rows = options.Length <= FewOptions
                ? [.. licences.Select(licence => new Row([new Cell(licence), .. options.Select(each => CellOf(licence, each.Bills))]))]
                : [.. options.Select(each => new Row([new Cell(each.Option.Option.Name), .. licences.Select(licence => CellOf(licence, each.Bills))]))],
            IsDense = true,
        };
    }

    private static Cell CellOf(string licence, ImmutableArray<GuestBill> bills) => bills.FirstOrDefault(bill => bill.Licence == licence) switch
    {
        null => new Cell("–", Tone.Quiet),
        { IsContained: true } contained => new Cell(Words.Of("licences.guest-licences.in-the-platform"), Tone.Quiet) { Below = Hosts(contained) },
        var bill => CostCell.Of(bill.Amount?.Amount ?? 0, bill.IsComplete) with { Below = bill.IsConfined ? Words.Of(
            "licences.guest-licences.kept-to",
            ("hosts", Hosts(bill))) : Hosts(bill) },
    };

    private static string Hosts(GuestBill bill) => Printed.Count(bill.Hosts, "host");

    /// <summary>Whether a licence costs the same in every option, and if not, why.</summary>
    private static string Sentence(string licence, ImmutableArray<(OptionCase Option, ImmutableArray<GuestBill> Bills)> options)
    {
        var bills = options.SelectMany(each => each.Bills.Where(bill => bill.Licence == licence).Select(bill => (each.Option.Option.Name, Bill: bill)))
            .ToList();
        var vms = Printed.Count(bills.Max(each => each.Bill.Vms), "VM");
        var known = bills.Where(each => each.Bill.IsComplete).ToList();
        if (known.Count == 0)
        {
            return Words.Of("licences.guest-licences.a-price-is-missing", ("licence", licence), ("vms", vms));
        }

        var (least, most) = (known.Min(each => each.Bill.Amount!.Value.Amount), known.Max(each => each.Bill.Amount!.Value.Amount));
        if (least == most)
        {
            return Words.Of(
                "licences.guest-licences.sentence",
                ("licence", licence),
                ("vms", vms),
                ("known", known.Count < options.Length ? Words.Of("licences.guest-licences.whose-price-is-known") : ""));
        }

        return Words.Of(
            "licences.guest-licences.costs-to",
            ("licence", licence),
            ("vms", vms),
            ("least", Printed.Whole(least)),
            ("most", Printed.Whole(most)),
            ("reasons", string.Join("; ", Reasons([.. known]))));
    }

    private static IEnumerable<string> Reasons(ImmutableArray<(string Name, GuestBill Bill)> known)
    {
        var paid = known.Where(each => !each.Bill.IsContained).ToList();
        if (paid.Count < known.Length)
        {
            yield return Words.Of("licences.guest-licences.reasons", ("names", Names([.. known.Where(each => each.Bill.IsContained)], known.Length)));
        }

        if (paid.Any(each => each.Bill.IsConfined))
        {
            yield return Words.Of(
                "licences.guest-licences.reasons-its-guests-are",
                ("names", Names([.. paid.Where(each => each.Bill.IsConfined)], known.Length)));
        }

        if (paid.Select(each => each.Bill.Amount).Distinct().Count() > 1)
        {
            var (fewest, most) = (paid.Min(each => each.Bill.Hosts), paid.Max(each => each.Bill.Hosts));
            yield return fewest < most
                ? Words.Of("licences.guest-licences.reasons-its-guests-may", ("fewest", Printed.Whole(fewest)), ("most", most))
                : Words.Of("licences.guest-licences.reasons-the-hosts-differ");
        }
    }

    private static string Names(ImmutableArray<(string Name, GuestBill Bill)> options, int of) => options.Length <= FewNames
        ? Phrase.And(options.Select(each => $"\u201c{each.Name}\u201d"))
        : Words.Of("licences.guest-licences.of", ("options", Printed.Whole(options.Length)), ("options-2", of));
}
