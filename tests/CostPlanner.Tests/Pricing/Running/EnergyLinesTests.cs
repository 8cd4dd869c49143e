using CostPlanner.Model;
using CostPlanner.Pricing.Licences;
using CostPlanner.Pricing.Running;
using CostPlanner.Pricing.Timelines;
using CostPlanner.Tests.Given;
using CostPlanner.Tests.Pricing.Licences;

namespace CostPlanner.Tests.Pricing.Running;

public class EnergyLinesTests
{
    // The Estonian tables of 2025, one year at EUR 0.18: 500 W x PUE 1.8 x 8,760 h = 7,884 kWh, EUR 1,419.12; 800 W = 12,614.4 kWh, EUR 2,270.59;
    // 1,500 W x PUE 1.6 = 21,024 kWh, EUR 3,784.32; 2,500 W = 35,040 kWh, EUR 6,307.20. Printed there as 1,419, 2,271, 3,784 and 6,307.
    [Theory]
    [InlineData(500, "1.8", "7884", 1419)]
    [InlineData(800, "1.8", "12614.4", 2271)]
    [InlineData(1500, "1.6", "21024", 3784)]
    [InlineData(2500, "1.6", "35040", 6307)]
    public void A_year_of_a_published_example(int watts, string pue, string kilowattHours, int euro)
    {
        var plain = ProductLinesTests.Basis([]);
        var basis = plain with
        {
            Scenario = plain.Scenario with { HorizonYears = 1 },
            Assumptions = Assumed.With((AssumptionIds.HostPower, watts), (AssumptionIds.Pue, Number(pue)), (AssumptionIds.Electricity, 0.18m)),
        };
        var line = Assert.Single(LinesOverTime.Steady(basis, EnergyLines.Of(basis, ServerCounts.Of([Estate.Server("h")], basis.Cache))));
        Assert.Equal(Number(kilowattHours), decimal.Round(line.Quantity * Duration.MonthsPerYear, 1));
        Assert.Equal(euro, line.Amount(Currency.Euro)!.Value.Amount);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
