using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The keys of a scenario that change prices beside the user's quotes: <c>discounts</c> and <c>order_minimum</c>.</summary>
internal static class PricesSection
{
    /// <summary>What vendors take off; empty where the key is missing.</summary>
    public static ImmutableArray<StreetDiscount> Discounts(YamlMap scenario) => [.. scenario.Maps("discounts").Select(Discount).OfType<StreetDiscount>()];

    /// <summary>Which orders are held to a minimum; none where the key is missing.</summary>
    public static OrderMinimum Minimum(YamlMap scenario) => scenario.Choice(DeclaredKeys.OrderMinimum) ?? OrderMinimum.Off;

    /// <summary>
    /// Errors for a vendor that sells nothing or is named twice, warnings for an offer from after the scenario's day and for what changes no price.
    /// </summary>
    public static IEnumerable<Finding> Check(Scenario scenario, PriceBook prices)
    {
        var vendors = prices.Rows.Select(row => row.Vendor).Distinct().Order(StringComparer.Ordinal).ToList();
        foreach (var discount in scenario.Discounts.Where(discount => !vendors.Contains(discount.Vendor)))
        {
            yield return new Finding(
                Severity.Error, "unknown-vendor", $"Unknown vendor \"{discount.Vendor}\"{NearestName.Hint(discount.Vendor, vendors)}", discount.Place, null,
                $"use one of {string.Join(", ", vendors)}");
        }

        foreach (var twice in scenario.Discounts.GroupBy(discount => discount.Vendor).Where(group => group.Count() > 1))
        {
            yield return new Finding(
                Severity.Error, "discount-twice", $"there are {twice.Count()} discounts of {twice.Key}", twice.Last().Place, null, "keep the one that holds");
        }

        var bought = Bought(scenario);
        var sellers = prices.Rows.Where(row => bought.Contains(row.Id)).Select(row => row.Vendor).ToHashSet(StringComparer.Ordinal);
        foreach (var discount in scenario.Discounts.Where(discount => vendors.Contains(discount.Vendor) && !sellers.Contains(discount.Vendor)))
        {
            yield return new Finding(
                Severity.Warning, "discount-unused", $"no product of the scenario is sold by {discount.Vendor}", discount.Place, "the discount changes nothing",
                $"name another vendor; those of the scenario are {string.Join(", ", sellers.Order(StringComparer.Ordinal))}");
        }

        foreach (var quote in scenario.Quotes.Where(
            quote => prices.Knows(quote.Product) && !bought.Contains(quote.Product) && !bought.Overlaps(Replaced(quote.Product, prices))))
        {
            yield return new Finding(
                Severity.Warning,
                "quote-unused",
                $"nothing in the scenario names {quote.Product}",
                quote.Place,
                "the quote changes nothing",
                "name the product under licences of an option, or leave the quote away");
        }

        foreach (var discount in scenario.Discounts.Where(discount => discount.Date > scenario.AsOf))
        {
            yield return new Finding(
                Severity.Warning,
                "discount-from-later",
                $"the discount of {discount.Vendor} is dated {discount.Date:yyyy-MM-dd}, after the scenario's day",
                discount.Place,
                "it was still used",
                "check the dates");
        }
    }

    /// <summary>The products that options and guests are priced with.</summary>
    private static HashSet<string> Bought(Scenario scenario) =>
    [
        .. scenario.Options.SelectMany(option => option.Licences),
        .. scenario.Placement.GuestLicences.Select(licence => licence.Product),
        .. scenario.Windows is { } windows ? [windows.Standard, windows.Datacenter] : Array.Empty<string>(),
        .. scenario.RedHat is { } redHat ? [redHat.Server, redHat.Datacenter] : Array.Empty<string>(),
    ];

    /// <summary>What a product takes the place of where orders are held to a minimum.</summary>
    private static IEnumerable<string> Replaced(string product, PriceBook prices) => prices.RowsOf(product).Select(row => row.InsteadOf).OfType<string>();

    private static StreetDiscount? Discount(YamlMap map)
    {
        var vendor = map.Text("vendor", required: true);
        var share = map.Number("share", required: true);
        var from = map.Text("from", required: true);
        var date = map.Date("date", required: true);
        map.RefuseUnknownKeys();
        if (share is < 0 or >= 1)
        {
            map.Refuse(
                FormattableString.Invariant($"a share of {share} is not from 0 to below 1"), "write the part of the list price that is not paid: 0.3 for 30 %");
            return null;
        }

        return vendor is null || share is null || from is null || date is null
            ? null
            : new StreetDiscount(vendor, new Fraction(share.Value), from, date.Value, map.Place);
    }
}
