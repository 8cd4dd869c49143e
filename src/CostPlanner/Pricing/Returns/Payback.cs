using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Pricing.Returns;

/// <summary>When an option has paid for itself.</summary>
public static class Payback
{
    /// <summary>
    /// The first month from which on the option's payments so far never exceed the baseline's to the end of the horizon:
    /// 0 when that is so from the first month, null when it is not so at the end.
    /// </summary>
    public static int? Month(ImmutableArray<Money> baseline, ImmutableArray<Money> option)
    {
        var ahead = 0m;
        int? since = null;
        for (var month = 0; month < baseline.Length; month++)
        {
            ahead += (baseline[month] - option[month]).Amount;
            since = ahead < 0 ? null : since ?? month;
        }

        return since;
    }
}
