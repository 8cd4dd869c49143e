using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Pricing.Lines;

namespace CostPlanner.Tests.Reporting;

/// <summary>Cost lines for the sample: whole units booked, the remainder carried.</summary>
internal static class SampleLines
{
    public const int Months = 60;
    public const decimal EuroPerDollar = 1 / 1.1406m;
    public static readonly DateOnly RateDay = new(2026, 6, 30);

    /// <summary>A line paid every so many months from a first month on.</summary>
    public static CostLine Line(
        string id, CostCategory category, string label, decimal quantity, string unit, Money price, int every, string rule, Provenance from,
        int first = 0, int until = Months, Money? list = null)
    {
        var isForeign = price.Currency != Currency.Euro;
        var converted = new ConvertedMoney(
            new Money(isForeign ? price.Amount * EuroPerDollar : price.Amount, Currency.Euro), isForeign ? EuroPerDollar : 1, isForeign ? RateDay : null);
        var payments = ImmutableArray.CreateBuilder<Payment>();
        var (due, booked) = (0m, 0m);
        for (var month = first; month < until; month += every)
        {
            due += quantity * converted.Amount.Amount;
            var amount = decimal.Round(due - booked, 0, MidpointRounding.AwayFromZero);
            booked += amount;
            payments.Add(new Payment(month, new Money(amount, Currency.Euro)));
        }

        return new CostLine
        {
            Id = id, Category = category, Label = label, Quantity = quantity, Unit = unit, Timing = payments.Count > Months / 12 ? CostTiming.Monthly : payments.Count > 1 ? CostTiming.Yearly : CostTiming.Once, ListPrice = list ?? price, PaidPrice = price,
            Converted = converted, Rule = rule, Provenance = from, Payments = payments.ToImmutable(),
        };
    }

    public static CostLine Once(string id, CostCategory category, string label, decimal quantity, string unit, Money price, string rule, Provenance from) =>
        Line(id, category, label, quantity, unit, price, Months, rule, from);

    public static CostLine Hole(string id, CostCategory category, string label, decimal quantity, string unit, string rule, Provenance from) => new()
    {
        Id = id, Category = category, Label = label, Quantity = quantity, Unit = unit, Timing = CostTiming.Yearly, Rule = rule, Provenance = from,
        Hole = "no price valid on 2026-07-01 could be confirmed",
    };
}
