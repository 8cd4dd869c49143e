using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing;

/// <summary>What is wrong or weak in a price book, apart from single fields.</summary>
/// <remarks>Errors make the book unfit for use; warnings and notes travel with it.</remarks>
public static class PriceCheck
{
    /// <summary>
    /// Errors: periods of one id that overlap, metrics that no code counts, rows without a source. Warnings: gaps between
    /// the periods of one id. Notes: placeholders (a price of grade M) and holes (no price).
    /// </summary>
    /// <param name="book">The price book.</param>
    /// <param name="knownMetrics">The names of the metrics that the pricing counts.</param>
    public static ImmutableArray<Finding> Of(PriceBook book, IReadOnlySet<string> knownMetrics)
    {
        var rows = book.Rows.SelectMany(row => OfRow(row, knownMetrics));
        var periods = book.Ids.SelectMany(id => OfPeriods([.. book.RowsOf(id).OrderBy(row => row.ValidFrom)]));
        return [.. rows.Concat(periods).OrderByDescending(finding => finding.Severity)];
    }

    private static IEnumerable<Finding> OfRow(PriceRow row, IReadOnlySet<string> knownMetrics)
    {
        if (!knownMetrics.Contains(row.Rule.Metric))
        {
            yield return About(row, Severity.Error, "price-metric", "metric", $"no code counts '{row.Rule.Metric}', the metric of {row.Id}",
                $"Use one of {string.Join(", ", knownMetrics.Order(StringComparer.Ordinal))}");
        }

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
            yield return About(row, Severity.Note, "price-placeholder", "price", $"the price of {row.Id} is a placeholder without a source", "Give a quote in the scenario");
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

    private static Finding About(PriceRow row, Severity severity, string code, string column, string message, string mend) =>
        new(severity, code, message, new SourcePlace(row.Provenance.Row, Column: column), Done: null, mend);
}
