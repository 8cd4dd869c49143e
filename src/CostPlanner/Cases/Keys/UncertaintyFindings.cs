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
                yield return Error("unknown-case-key", CaseKeys.WhyNone(inputs, each.Key), place, Message.Of("correct-name"));
            }
            else if (found is not NumberSetting { IsWhole: false } key)
            {
                yield return Error(
                    "range-of-no-number",
                    Message.Of("range-of-no-number", ("key", each.Key)),
                    place,
                    Message.Of("range-of-no-number.mend"));
            }
            else if (!key.Bounds.Hold(each.Range.Low) || !key.Bounds.Hold(each.Range.High))
            {
                yield return Error(
                    "range-out-of-bounds",
                    Message.Of(
                        "range-out-of-bounds", ("key", each.Key), ("low", each.Range.Low), ("high", each.Range.High),
                        ("bounds", key.Bounds.Said)),
                    place,
                    Message.Of("range-out-of-bounds.mend", ("unit", key.Unit.Words)));
            }
            else if ((Refusal(inputs, key, each.Range.Low) ?? Refusal(inputs, key, each.Range.High)) is { } refused)
            {
                yield return Error(
                    "range-out-of-bounds",
                    Message.Of("range-out-of-bounds.end", ("key", each.Key), ("refusal", refused)),
                    place,
                    Message.Of("range-out-of-bounds.narrower"));
            }
            else if (key.Read(inputs) is not { } now)
            {
                yield return Error(
                    "range-of-no-value", Message.Of("range-of-no-value", ("key", each.Key)), place, Message.Of("range-of-no-value.mend"));
            }
            else if (now != each.Range.Likely)
            {
                yield return Error(
                    "range-likely",
                    Message.Of("range-likely", ("key", each.Key), ("likely", each.Range.Likely), ("now", ValueText.Of(now))),
                    place,
                    Message.Of("range-likely.mend"));
            }
        }
    }

    private static Message? Refusal(CaseInputs inputs, NumberSetting key, decimal value)
    {
        try
        {
            _ = key.Change(inputs, value);
            return null;
        }
        catch (CaseKeyException refused)
        {
            return refused.Refusal;
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
                    Message.Of("correlation-of-no-range", ("key", key), ("suggestion", NearestName.Suggestion(key, known))),
                    each.Place,
                    Message.Of("correlation-of-no-range.mend"));
            }

            if (each.A == each.B)
            {
                yield return Error(
                    "correlation-of-itself", Message.Of("correlation-of-itself", ("key", each.A)), each.Place, Message.Of("correlation-of-itself.mend"));
            }
        }

        foreach (var twice in uncertainty.Correlations.GroupBy(
            each => string.CompareOrdinal(each.A, each.B) < 0 ? (each.A, each.B) : (each.B, each.A)).Where(group => group.Count() > 1))
        {
            yield return Error(
                "correlation-twice",
                Message.Of("correlation-twice", ("one", twice.Key.Item1), ("other", twice.Key.Item2)),
                twice.Last().Place,
                Message.Of("correlation-twice.mend"));
        }
    }

    /// <summary>What no numbers can have all at once; asked only where each correlation is one.</summary>
    private static IEnumerable<Finding> Contradiction(CaseInputs inputs)
    {
        var correlations = inputs.Scenario.Uncertainty.Correlations;
        if (Correlations(inputs).Any()
            || RankCopula.Contradiction(
                [.. Drawn(inputs).Concat(correlations.SelectMany(each => new[] { each.A, each.B })).Distinct()], correlations) is not { } why)
        {
            return [];
        }

        return [Error("correlations-contradict", why, correlations[^1].Place, Message.Of("correlations-contradict.mend"))];
    }

    private static IEnumerable<string> Drawn(CaseInputs inputs) => UncertainInputs.Of(inputs).Inputs.Select(each => each.Key);

    private static Finding Error(string code, Message message, SourcePlace place, Message mend) => new(Severity.Error, code, message, place, null, mend);
}
