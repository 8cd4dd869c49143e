namespace CostPlanner.Demand;

/// <summary>How demand grows over the horizon.</summary>
public static class Growth
{
    /// <summary>(1 + rate) ^ years: demand at the end of the horizon for each unit of today's.</summary>
    public static decimal Factor(decimal yearlyRate, int years)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(yearlyRate, -1m);
        var factor = 1m;
        for (var year = 0; year < years; year++)
        {
            factor *= 1 + yearlyRate;
        }

        return factor;
    }
}
