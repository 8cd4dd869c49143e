using CostPlanner.Model;
using CostPlanner.Pricing.Lines;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Timelines;

public class OwedBeyondTests
{
    // Terms of three years at 100 a year for 10 units. From month 48 of 60: the term runs to month 84, the only payment to month 60: 24 months = 2 x 1,000.
    // From month 0: terms to 36 and 72, paid to 60: 12 months = 1,000. From month 24: to 60, nothing. From month 6: terms to 42 and 78, paid to 66: 12 months.
    [Theory]
    [InlineData(48, 2000)]
    [InlineData(0, 1000)]
    [InlineData(24, null)]
    [InlineData(6, 1000)]
    public void A_term_owes_what_falls_due_between_the_last_payment_and_its_end(int first, int? owed)
    {
        var basis = ProductLinesTests.Basis([]);
        basis = basis with { Scenario = basis.Scenario with { HorizonYears = 5 } };
        var line = basis.Priced(Line(new Money(100, basis.Scenario.Currency)));
        var said = OwedBeyond.Said(basis, line, first, units: 10);
        Assert.Equal(owed, (int?)said.OwedBeyond?.Amount);
        Assert.Equal(owed is not null, said.Rule != line.Rule);
    }

    private static CostLine Line(Money price) => new()
    {
        Id = "suite",
        Category = CostCategory.PlatformLicences,
        Label = Message.Of("line.rack"),
        Quantity = 10,
        Unit = Message.Of("unit.core"),
        Timing = CostTiming.Yearly,
        TermYears = 3,
        ListPrice = price,
        PaidPrice = price,
        Rule = Message.Of("today.as-it-is"),
        Provenance = new Provenance(Message.Of("source.contract"), "", Grade.A, "here"),
    };
}
