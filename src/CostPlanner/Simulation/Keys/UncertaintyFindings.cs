using CostPlanner.Model;

namespace CostPlanner.Simulation.Keys;

/// <summary>Whether what a scenario calls uncertain exists, and can take the values that it gives.</summary>
public static class UncertaintyFindings
{
    /// <summary>Findings, all errors: trials cannot be drawn before they are mended.</summary>
    public static IEnumerable<Finding> Of(CaseInputs inputs) => Inputs(inputs).Concat(Correlations(inputs));

    private static IEnumerable<Finding> Inputs(CaseInputs inputs)
    {
        foreach (var each in inputs.Scenario.Uncertainty.Inputs)
        {
            var place = new SourcePlace(each.Provenance.Row);
            if (CaseKeys.Find(inputs, each.Key) is not { } found)
            {
                yield return Error("unknown-case-key", CaseKeys.WhyNone(inputs, each.Key), place, "correct the name");
            }
            else if (found is not NumberSetting { IsWhole: false } key)
            {
                yield return Error("range-of-no-number", $"{each.Key} cannot be drawn from a range: only numbers that need not be whole can", place, "ask with whatif --sweep instead");
            }
            else if (!key.Bounds.Hold(each.Range.Low) || !key.Bounds.Hold(each.Range.High))
            {
                yield return Error(
                    "range-out-of-bounds", FormattableString.Invariant($"{each.Key} is a range from {each.Range.Low} to {each.Range.High}, and it can only be {key.Bounds}"), place,
                    $"its unit is {key.Unit}; a share is written 0.8, not 80");
            }
            else if (key.Read(inputs) is { } now && now != each.Range.Likely)
            {
                yield return Error(
                    "range-likely", FormattableString.Invariant($"the likely value of {each.Key} is {each.Range.Likely}, and the case is computed with {ValueText.Of(now)}"), place,
                    "give both the same value: the case is computed with the likely one");
            }
        }
    }

    private static IEnumerable<Finding> Correlations(CaseInputs inputs)
    {
        var uncertainty = inputs.Scenario.Uncertainty;
        var known = uncertainty.Inputs.Select(each => each.Key)
            .Concat(uncertainty.UsesAssumedRanges ? inputs.Assumptions.All.Where(each => each.Low < each.High).Select(each => each.Id) : [])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var each in uncertainty.Correlations)
        {
            foreach (var key in new[] { each.A, each.B }.Where(key => !known.Contains(key)))
            {
                yield return Error("correlation-of-no-range", $"'{key}' has no range, so nothing goes with it{NearestName.Hint(key, known)}", each.Place, "give it a range under uncertainty: or correct the name");
            }

            if (each.A == each.B)
            {
                yield return Error("correlation-of-itself", $"{each.A} is correlated with itself", each.Place, "name two inputs");
            }
        }

        foreach (var twice in uncertainty.Correlations.GroupBy(each => string.CompareOrdinal(each.A, each.B) < 0 ? (each.A, each.B) : (each.B, each.A)).Where(group => group.Count() > 1))
        {
            yield return Error("correlation-twice", $"{twice.Key.Item1} and {twice.Key.Item2} are correlated twice", twice.Last().Place, "keep one of them");
        }
    }

    private static Finding Error(string code, string message, SourcePlace place, string mend) => new(Severity.Error, code, message, place, null, mend);
}
