using System.Collections.Immutable;
using CostPlanner.Ingest.Catalogue;
using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Tests.Ingest;

namespace CostPlanner.Tests.Pricing.Licences;

public sealed class PriceCheckTests
{
    [Fact]
    public void The_committed_price_book_has_no_overlap_no_gap_and_no_unknown_metric() =>
        Assert.DoesNotContain(
            PriceCheck.Of(PriceFiles.Read(DataFolder.Committed).Value!), finding => finding.Severity != Severity.Note);

    [Fact]
    public void The_committed_holes_and_placeholders_are_noted()
    {
        var book = PriceFiles.Read(DataFolder.Committed).Value!;
        var findings = PriceCheck.Of(book);
        Assert.Equal(book.Rows.Count(row => row.Price is null), findings.Count(finding => finding.Code == "price-hole"));
        Assert.Contains(findings, finding => finding.Code == "price-hole" && finding.Message.Contains("xenserver-8-premium", StringComparison.Ordinal));
        Assert.Contains(findings, finding => finding.Code == "price-placeholder" && finding.Message.Contains("rhev-3-standard", StringComparison.Ordinal));
    }

    [Fact]
    public void A_row_that_says_everything_gives_no_finding() => Assert.Empty(Of(Row(2)));

    [Fact]
    public void Periods_that_follow_each_other_give_no_finding() =>
        Assert.Empty(Of(Row(2, "2024-01-01", "2024-12-31"), Row(3, "2025-01-01", "2025-12-31"), Row(4, "2026-01-01")));

    [Fact]
    public void Two_rows_that_share_a_day_overlap() =>
        Assert.Equal((Severity.Error, "price-overlap", "p.csv, row 3"), Only(Row(2, "2024-01-01", "2024-12-31"), Row(3, "2024-12-31")));

    [Fact]
    public void A_row_without_end_overlaps_whatever_follows() =>
        Assert.Equal((Severity.Error, "price-overlap", "p.csv, row 2"), Only(Row(2, "2025-01-01", "2025-12-31"), Row(3, "2024-01-01")));

    [Fact]
    public void An_early_row_overlaps_also_the_row_after_the_next() =>
        // Row 2 covers all of 2024 to 2026, so both later rows overlap with it.
        Assert.Equal(
            ["p.csv, row 3", "p.csv, row 4"],
            Of(Row(2, "2024-01-01", "2026-12-31"), Row(3, "2024-06-01", "2024-06-30"), Row(4, "2025-06-01", "2025-06-30")).Select(finding => finding.Place.File));

    [Fact]
    public void A_day_without_row_between_two_is_a_gap() =>
        Assert.Equal((Severity.Warning, "price-gap", "p.csv, row 3"), Only(Row(2, "2024-01-01", "2024-12-30"), Row(3, "2025-01-01")));

    [Fact]
    public void The_same_days_of_two_products_do_not_overlap() => Assert.Empty(Of(Row(2), Row(3) with { Id = "b" }));

    [Fact]
    public void A_row_may_take_the_place_of_a_product_that_is_there() => Assert.Empty(Of(Row(2), Row(3) with { Id = "a-min", InsteadOf = "a" }));

    [Fact]
    public void A_row_that_takes_the_place_of_no_product_is_an_error() =>
        Assert.Equal((Severity.Error, "price-instead-of", "p.csv, row 2"), Only(Row(2) with { InsteadOf = "b" }));

    [Fact]
    public void A_row_does_not_take_the_place_of_one_that_does_so_itself() => Assert.Equal(
        ["p.csv, row 4"],
        Of(Row(2), Row(3) with { Id = "b", InsteadOf = "a" }, Row(4) with { Id = "c", InsteadOf = "b" }).Select(finding => finding.Place.File));

    [Fact]
    public void Two_products_do_not_take_the_same_place_on_one_day()
    {
        Assert.Equal(
            (Severity.Error, "price-instead-of", "p.csv, row 4"),
            Only(Row(2), Row(3, "2024-01-01", "2024-12-31") with { Id = "b", InsteadOf = "a" }, Row(4, "2024-12-31") with { Id = "c", InsteadOf = "a" }));
        Assert.Empty(Of(Row(2), Row(3, "2024-01-01", "2024-12-31") with { Id = "b", InsteadOf = "a" }, Row(4, "2025-01-01") with { Id = "c", InsteadOf = "a" }));
    }

    [Fact]
    public void A_row_without_source_is_an_error() =>
        Assert.Equal((Severity.Error, "price-source", "p.csv, row 2"), Only(Row(2) with { Provenance = new Provenance(" ", "2024", Grade.B, "p.csv, row 2") }));

    [Fact]
    public void A_row_without_price_is_a_hole_whatever_its_grade() =>
        Assert.Equal(
            (Severity.Note, "price-hole", "p.csv, row 2"),
            Only(Row(2) with { Price = null, Provenance = new Provenance("A page", "2024", Grade.M, "p.csv, row 2") }));

    [Fact]
    public void A_price_of_grade_M_is_a_placeholder() =>
        Assert.Equal(
            (Severity.Note, "price-placeholder", "p.csv, row 2"),
            Only(Row(2) with { Provenance = new Provenance("General knowledge", "2024", Grade.M, "p.csv, row 2") }));

    [Fact]
    public void Errors_come_before_notes() =>
        Assert.Equal(
            [Severity.Error, Severity.Note],
            Of(Row(2) with { Price = null }, Row(3, "2024-06-01") with { Price = new Money(1, Currency.Euro) }).Select(finding => finding.Severity));

    private static ImmutableArray<Finding> Of(params ImmutableArray<PriceRow> rows) => PriceCheck.Of(new PriceBook(rows));

    private static (Severity Severity, string Code, string File) Only(params ImmutableArray<PriceRow> rows)
    {
        var finding = Assert.Single(Of(rows));
        return (finding.Severity, finding.Code, finding.Place.File);
    }

    private static PriceRow Row(int number, string from = "2024-01-01", string? to = null) => new()
    {
        Id = "a",
        Vendor = "A",
        Product = "A product",
        Family = "kvm",
        Rule = new LicenceRule("host", ImmutableSortedDictionary<string, decimal>.Empty),
        Price = new Money(100, Currency.Euro),
        Kind = LicenceKind.SubscriptionYearly,
        ValidFrom = Day(from),
        ValidTo = to is null ? null : Day(to),
        Provenance = new Provenance("A page", "2024", Grade.B, FormattableString.Invariant($"p.csv, row {number}")),
    };

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
