using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Claims;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Returns;

namespace CostPlanner.Tests.Given;

/// <summary>Cost sheets and options for the claim, of a few round amounts in dollars.</summary>
internal static class Sheets
{
    /// <summary>A sheet of one line for each category; null is a price that is missing.</summary>
    public static CostSheet Of(params (CostCategory Category, decimal? Amount)[] lines) => new(
        Currency.Dollar,
        Duration.MonthsPerYear,
        [.. lines.Select(line => Line(line.Category, line.Amount))]);

    /// <summary>An option with the same sheet over every term.</summary>
    public static ClaimCandidate Candidate(string id, PlatformFamily platform, FeatureSet features, CostSheet costs, bool planHolds = true) =>
        new(id, id, platform, HostPolicy.Reuse, planHolds, features, ClaimTerms.Years.ToImmutableSortedDictionary(years => years, _ => new ClaimCosts(costs, costs)));

    private static CostLine Line(CostCategory category, decimal? amount) => new()
    {
        Id = category.ToString(),
        Category = category,
        Label = category.ToString(),
        Quantity = 1,
        Unit = "unit",
        Timing = CostTiming.Once,
        Rule = "test",
        Provenance = new Provenance("test", "2026", Grade.B, "test"),
        Hole = amount is null ? "no price" : null,
        Payments = amount is { } paid ? [new Payment(0, new Money(paid, Currency.Dollar))] : [],
    };
}
