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
        if (string.IsNullOrWhiteSpace(row.Provenance.Source))
        {
            yield return About(row, Severity.Error, "price-source", "source", $"{row.Id} has no source", "Say where the price comes from");
        }

        if (row.Price is null)
        {
            yield return About(row, Severity.Note, "price-hole", "price", $"the price of {row.Id} is not known", "Give a quote in the scenario");
        }
        else if (row.Provenance.IsPlaceholder)
        {
            yield return About(
                row, Severity.Note, "price-placeholder", "price", $"the price of {row.Id} is a placeholder without a source", "Give a quote in the scenario");
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
                    FormattableString.Invariant($"{row.Id} has two prices on {row.ValidFrom:yyyy-MM-dd}: {longest.Provenance.Row} still holds"),
                    "End the earlier row on the day before");
            }
            else if (row.ValidFrom.DayNumber - end.DayNumber > 1)
            {
                yield return About(row, Severity.Warning, "price-gap", "valid_from",
                    FormattableString.Invariant($"{row.Id} has no row between {end:yyyy-MM-dd} and {row.ValidFrom:yyyy-MM-dd}"),
                    "Add a row, without a price where none is known");
            }

            longest = longest.ValidTo is { } last && (row.ValidTo is not { } next || next > last) ? row : longest;
        }
    }

    private static IEnumerable<Finding> OfPlace(PriceRow row, PriceBook book)
    {
        if (!book.Knows(row.InsteadOf!) || book.RowsOf(row.InsteadOf!).Any(each => each.InsteadOf is not null))
        {
            yield return About(row, Severity.Error, "price-instead-of", "instead_of",
                $"{row.Id} takes the place of '{row.InsteadOf}', which is "
                    + $"{(book.Knows(row.InsteadOf!) ? "a product of that kind itself" : "no product of the price book")}",
                "Name the product without the minimum");
        }

        if (book.Knows(row.InsteadOf!)
            && book.Find(row.InsteadOf!, row.ValidFrom) is var instead
            && (instead is null || (instead.Price is { } price && row.Price is { } own && price != own)))
        {
            yield return About(row, Severity.Warning, "price-instead-of", "instead_of",
                FormattableString.Invariant(
                    $"{row.Id} takes the place of {row.InsteadOf} with {(instead is null ? $"no row of it on {row.ValidFrom:yyyy-MM-dd}" : "another price")}"),
                "A switch of the minimum should change the minimum alone");
        }

        if (book.Rows.TakeWhile(each => each != row).FirstOrDefault(
            each => each.InsteadOf == row.InsteadOf && each.Id != row.Id && Meet(each, row)) is { } other)
        {
            yield return About(row, Severity.Error, "price-instead-of", "instead_of",
                $"{row.Id} and {other.Id} both take the place of {row.InsteadOf} on "
                    + $"{(row.ValidFrom > other.ValidFrom ? row.ValidFrom : other.ValidFrom):yyyy-MM-dd}",
                "Leave one blank");
        }
    }

    private static bool Meet(PriceRow one, PriceRow other) => one.HoldsOn(other.ValidFrom) || other.HoldsOn(one.ValidFrom);

    private static Finding About(PriceRow row, Severity severity, string code, string column, string message, string mend) =>
        new(severity, code, message, new SourcePlace(row.Provenance.Row, Column: column), Done: null, mend);
}
