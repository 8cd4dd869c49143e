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
                Severity.Error, "unknown-vendor", UnknownName.Of(Message.Of("kind.vendor"), discount.Vendor, vendors), discount.Place, null,
                Message.Of("unknown-vendor.mend", ("vendors", Message.List(vendors))));
        }

        foreach (var twice in scenario.Discounts.GroupBy(discount => discount.Vendor).Where(group => group.Count() > 1))
        {
            yield return new Finding(
                Severity.Error, "discount-twice", Message.Of("discount-twice", ("discounts", twice.Count()), ("vendor", twice.Key)), twice.Last().Place, null,
                Message.Of("keep-one"));
        }

        var bought = Bought(scenario);
        var sellers = prices.Rows.Where(row => bought.Contains(row.Id)).Select(row => row.Vendor).ToHashSet(StringComparer.Ordinal);
        foreach (var discount in scenario.Discounts.Where(discount => vendors.Contains(discount.Vendor) && !sellers.Contains(discount.Vendor)))
        {
            yield return new Finding(
                Severity.Warning, "discount-unused", Message.Of("discount-unused", ("vendor", discount.Vendor)), discount.Place,
                Message.Of("discount-unused.done"),
                Message.Of("discount-unused.mend", ("vendors", Message.List(sellers.Order(StringComparer.Ordinal)))));
        }

        foreach (var quote in scenario.Quotes.Where(
            quote => prices.Knows(quote.Product) && !bought.Contains(quote.Product) && !bought.Overlaps(Replaced(quote.Product, prices))))
        {
            yield return new Finding(
                Severity.Warning,
                "quote-unused",
                Message.Of("quote-unused", ("product", quote.Product)),
                quote.Place,
                Message.Of("quote-unused.done"),
                Message.Of("quote-unused.mend"));
        }

        foreach (var discount in scenario.Discounts.Where(discount => discount.Date > scenario.AsOf))
        {
            yield return new Finding(
                Severity.Warning,
                "discount-from-later",
                Message.Of("discount-from-later", ("vendor", discount.Vendor), ("date", discount.Date)),
                discount.Place,
                Message.Of("still-used"),
                Message.Of("check-dates"));
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
            map.Refuse(Message.Of("scenario.discount-share", ("share", share.Value)), Message.Of("scenario.discount-share.mend"));
            return null;
        }

        return vendor is null || share is null || from is null || date is null
            ? null
            : new StreetDiscount(vendor, new Fraction(share.Value), from, date.Value, map.Place);
    }
}
