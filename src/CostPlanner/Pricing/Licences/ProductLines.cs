using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Metrics;

namespace CostPlanner.Pricing.Licences;

/// <summary>The cost lines of a licensed or subscribed product.</summary>
public static class ProductLines
{
    /// <summary>One line, or two for a perpetual licence with support: the licence once, its support every year from the first.</summary>
    public static ImmutableArray<CostLine> Of(CostBasis basis, CostCategory category, string product, LicensedEstate estate)
    {
        var price = ProductPrice.Of(basis, product);
        var quantity = Quantity(price.Row.Rule, estate, forGuests: category == CostCategory.GuestLicences, basis.Scenario.HorizonYears, basis.Cache);
        var line = basis.Priced(new CostLine
        {
            Id = product,
            Category = category,
            Label = price.Row.Product,
            Product = product,
            Quantity = quantity.Units,
            Unit = quantity.Unit,
            Timing = TimingOf(price.Row.Kind),
            TermYears = price.Row.TermYears,
            LifeMonths = price.Row.Kind == LicenceKind.Perpetual
                ? (int)decimal.Ceiling(basis.Assumptions.Of(AssumptionIds.LicenceLife) * Duration.MonthsPerYear)
                : null,
            ListPrice = price.List,
            PaidPrice = price.Paid,
            Rule = Clauses.With(quantity.Rule, price.Remark),
            Provenance = price.Provenance,
            Hole = quantity.Refusal is { } refusal ? Message.Of("hole.refused", ("product", price.Row.Product), ("refusal", refusal)) : price.Hole,
            IsRefused = quantity.Refusal is not null,
        });
        return price.Row is { Kind: LicenceKind.Perpetual, Support: { } share } ? [line, Support(basis, line, share)] : [line];
    }

    /// <summary>The units, refused also where the product may not be used in such a way or for so long.</summary>
    /// <param name="rule">The rule of the product's row.</param>
    /// <param name="estate">What is licensed.</param>
    /// <param name="forGuests">Whether VMs are to be covered by it, and not the hosts themselves.</param>
    /// <param name="years">For how long.</param>
    /// <param name="cache">Keeps what was counted.</param>
    internal static LicenceQuantity Quantity(LicenceRule rule, LicensedEstate estate, bool forGuests, int years, CaseCache cache)
    {
        var quantity = LicenceMetrics.Count(rule, estate, cache);
        return Limits.OfUse(rule, forGuests, years) is { } refusal ? quantity with { Refusal = Clauses.Of(quantity.Refusal, refusal) } : quantity;
    }

    private static CostLine Support(CostBasis basis, CostLine licence, Fraction share) => basis.Priced(licence with
    {
        Id = licence.Id + "-support",
        Label = Message.Of("line.support", ("product", licence.Label)),
        Timing = CostTiming.Yearly,
        TermYears = null,
        LifeMonths = null,
        ListPrice = licence.ListPrice * share.Value,
        PaidPrice = licence.PaidPrice * share.Value,
        Rule = Clauses.With(licence.Rule, Message.Of("rule.support", ("share", share))),
    });

    private static CostTiming TimingOf(LicenceKind kind) => kind switch
    {
        LicenceKind.Perpetual => CostTiming.Once,
        LicenceKind.SubscriptionYearly or LicenceKind.Free => CostTiming.Yearly,
        LicenceKind.SubscriptionMonthly => CostTiming.Monthly,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of licence"),
    };
}
