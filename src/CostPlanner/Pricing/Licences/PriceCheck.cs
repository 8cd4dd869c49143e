using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Licences;

/// <summary>What is wrong or weak in a price book, apart from single fields.</summary>
/// <remarks>Errors make the book unfit for use; warnings and notes travel with it.</remarks>
public static class PriceCheck
{
    /// <summary>
    /// Errors: periods of one id that overlap, rows without a source, rows that take the place of no product or of one that another takes too. Warnings: gaps
    /// between the periods of one id. Notes: placeholders (a price of grade M) and holes (no price). Metrics and parameters that no code counts are refused
    /// where the rows are read.
    /// </summary>
    /// <param name="book">The price book.</param>
    public static ImmutableArray<Finding> Of(PriceBook book)
    {
        var rows = book.Rows.SelectMany(OfRow);
        var periods = book.Ids.SelectMany(id => OfPeriods([.. book.RowsOf(id).OrderBy(row => row.ValidFrom)]));
        var places = book.Rows.Where(row => row.InsteadOf is not null).SelectMany(row => OfPlace(row, book));
        return [.. rows.Concat(periods).Concat(places).OrderByDescending(finding => finding.Severity)];
    }

    private static IEnumerable<Finding> OfRow(PriceRow row)
    {
        if (row.Provenance.Source is { Id: null } source && string.IsNullOrWhiteSpace(source.Text))
        {
            yield return About(row, Severity.Error, "price-source", "source",
                Message.Of("price-source", ("product", row.Id)), Message.Of("price-source.mend"));
        }

        if (row.Price is null)
        {
            yield return About(row, Severity.Note, "price-hole", "price",
                Message.Of("price-hole", ("product", row.Id)), Message.Of("price-hole.mend"));
        }
        else if (row.Provenance.IsPlaceholder)
        {
            yield return About(row, Severity.Note, "price-placeholder", "price",
                Message.Of("price-placeholder.row", ("product", row.Id)), Message.Of("price-hole.mend"));
        }
    }

    private static IEnumerable<Finding> OfPeriods(ImmutableArray<PriceRow> inTime)
    {
        // The row whose period ends last of those that began before: an early row can outlast several later ones.
        var longest = inTime[0];
        foreach (var row in inTime.Skip(1))
        {
            if (longest.ValidTo is not { } end || row.ValidFrom <= end)
            {
                yield return About(row, Severity.Error, "price-overlap", "valid_from",
                    Message.Of("price-overlap", ("product", row.Id), ("day", row.ValidFrom), ("row", longest.Provenance.Row)),
                    Message.Of("price-overlap.mend"));
            }
            else if (row.ValidFrom.DayNumber - end.DayNumber > 1)
            {
                yield return About(row, Severity.Warning, "price-gap", "valid_from",
                    Message.Of("price-gap", ("product", row.Id), ("end", end), ("begin", row.ValidFrom)),
                    Message.Of("price-gap.mend"));
            }

            longest = longest.ValidTo is { } last && (row.ValidTo is not { } next || next > last) ? row : longest;
        }
    }

    private static IEnumerable<Finding> OfPlace(PriceRow row, PriceBook book)
    {
        if (!book.Knows(row.InsteadOf!) || book.RowsOf(row.InsteadOf!).Any(each => each.InsteadOf is not null))
        {
            yield return About(row, Severity.Error, "price-instead-of", "instead_of",
                Message.Of(
                    book.Knows(row.InsteadOf!) ? "price-instead-of.same-kind" : "price-instead-of.unknown", ("product", row.Id), ("other", row.InsteadOf!)),
                Message.Of("price-instead-of.mend"));
        }

        if (book.Knows(row.InsteadOf!)
            && book.Find(row.InsteadOf!, row.ValidFrom) is var instead
            && (instead is null || (instead.Price is { } price && row.Price is { } own && price != own)))
        {
            yield return About(row, Severity.Warning, "price-instead-of", "instead_of",
                instead is null
                    ? Message.Of("price-instead-of.no-row", ("product", row.Id), ("other", row.InsteadOf!), ("day", row.ValidFrom))
                    : Message.Of("price-instead-of.other-price", ("product", row.Id), ("other", row.InsteadOf!)),
                Message.Of("price-instead-of.minimum-alone"));
        }

        if (book.Rows.TakeWhile(each => each != row).FirstOrDefault(
            each => each.InsteadOf == row.InsteadOf && each.Id != row.Id && Meet(each, row)) is { } other)
        {
            yield return About(row, Severity.Error, "price-instead-of", "instead_of",
                Message.Of(
                    "price-instead-of.twice", ("product", row.Id), ("other", other.Id), ("place", row.InsteadOf!),
                    ("day", row.ValidFrom > other.ValidFrom ? row.ValidFrom : other.ValidFrom)),
                Message.Of("price-instead-of.leave-one"));
        }
    }

    private static bool Meet(PriceRow one, PriceRow other) => one.HoldsOn(other.ValidFrom) || other.HoldsOn(one.ValidFrom);

    private static Finding About(PriceRow row, Severity severity, string code, string column, Message message, Message mend) =>
        new(severity, code, message, new SourcePlace(row.Provenance.Row, Column: column), Done: null, mend);
}
