using CostPlanner.Model;
using CostPlanner.Simulation.Sampling;

namespace CostPlanner.Cases.Keys;

/// <summary>Whether what a scenario calls uncertain exists, and can take the values that it gives.</summary>
public static class UncertaintyFindings
{
    /// <summary>Findings, all errors: trials cannot be drawn before they are mended.</summary>
    public static IEnumerable<Finding> Of(CaseInputs inputs) => Inputs(inputs).Concat(Correlations(inputs)).Concat(Contradiction(inputs));

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
                yield return Error(
                    "range-of-no-number",
                    $"{each.Key} cannot be drawn from a range: only numbers that need not be whole can",
                    place,
                    "ask with whatif --sweep instead");
            }
            else if (!key.Bounds.Hold(each.Range.Low) || !key.Bounds.Hold(each.Range.High))
            {
                yield return Error(
                    "range-out-of-bounds", FormattableString.Invariant(
                        $"{each.Key} is a range from {each.Range.Low} to {each.Range.High}, and it can only be {key.Bounds}"), place,
                    $"its unit is {key.Unit}; a share is written 0.8, not 80");
            }
            else if ((Refusal(inputs, key, each.Range.Low) ?? Refusal(inputs, key, each.Range.High)) is { } refused)
            {
                yield return Error("range-out-of-bounds", $"{each.Key} cannot be so at an end of its range: {refused}", place, "take a narrower range");
            }
            else if (key.Read(inputs) is not { } now)
            {
                yield return Error(
                    "range-of-no-value", $"{each.Key} has no value in this case, which is computed with the likely one", place,
                    "give it the likely value where the scenario says it (an offer under quotes:, a rate under tax_rate:), or a range to another key");
            }
            else if (now != each.Range.Likely)
            {
                yield return Error(
                    "range-likely", FormattableString.Invariant(
                        $"the likely value of {each.Key} is {each.Range.Likely}, and the case is computed with {ValueText.Of(now)}"), place,
                    "give both the same value: the case is computed with the likely one");
            }
        }
    }

    private static string? Refusal(CaseInputs inputs, NumberSetting key, decimal value)
    {
        try
        {
            _ = key.Change(inputs, value);
            return null;
        }
        catch (CaseKeyException refused)
        {
            return refused.Message;
        }
    }

    private static IEnumerable<Finding> Correlations(CaseInputs inputs)
    {
        var uncertainty = inputs.Scenario.Uncertainty;
        var known = Drawn(inputs).Concat(uncertainty.Inputs.Select(each => each.Key)).ToHashSet(StringComparer.Ordinal);
        foreach (var each in uncertainty.Correlations)
        {
            foreach (var key in new[] { each.A, each.B }.Where(key => !known.Contains(key)))
            {
                yield return Error(
                    "correlation-of-no-range",
                    $"\"{key}\" has no range, so nothing goes with it{NearestName.Hint(key, known)}",
                    each.Place,
                    "give it a range under uncertainty: or correct the name");
            }

            if (each.A == each.B)
            {
                yield return Error("correlation-of-itself", $"{each.A} is correlated with itself", each.Place, "name two inputs");
            }
        }

        foreach (var twice in uncertainty.Correlations.GroupBy(
            each => string.CompareOrdinal(each.A, each.B) < 0 ? (each.A, each.B) : (each.B, each.A)).Where(group => group.Count() > 1))
        {
            yield return Error("correlation-twice", $"{twice.Key.Item1} and {twice.Key.Item2} are correlated twice", twice.Last().Place, "keep one of them");
        }
    }

    /// <summary>What no numbers can have all at once; asked only where each correlation is one.</summary>
    private static IEnumerable<Finding> Contradiction(CaseInputs inputs)
    {
        var correlations = inputs.Scenario.Uncertainty.Correlations;
        if (Correlations(inputs).Any()
            || RankCopula.Contradiction(
                [.. Drawn(inputs).Concat(correlations.SelectMany(each => new[] { each.A, each.B })).Distinct()], correlations) is not { } words)
        {
            return [];
        }

        return [Error("correlations-contradict", words, correlations[^1].Place, "pairs that are not named count as 0: name them too, or take smaller figures")];
    }

    private static IEnumerable<string> Drawn(CaseInputs inputs) => UncertainInputs.Of(inputs).Inputs.Select(each => each.Key);

    private static Finding Error(string code, string message, SourcePlace place, string mend) => new(Severity.Error, code, message, place, null, mend);
}
