using System.Collections.Immutable;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>Where the winner of a case changes, as JSON.</summary>
/// <remarks>
/// Fields: schema ("costplanner/breakeven/1"), scenario, title, asOf, currency, options [{id, name}] (those asked about), leftOut [{option, key, why}] (no total at any value
/// of the key), breakEvens [{key, label, unit, now (null where it has none), low, high, pairs [{a, b, atLow, atHigh, least, most, looked, missing, crossings [{at, from, to,
/// before, after, hasGap}]}]}]: differences are the cost of a less that of b, so that b is the cheaper above 0; least and most are those of all values looked at; missing counts
/// the values without an answer; no crossing means never in range, and a crossing lies between from and to. map {x, y, xNow, yNow, cells [{x, y, winner, lead, totals (in the
/// order of options)}]} or null where nobody asked. The same fields stand in the result of a case, under uncertainty.
/// </remarks>
public static class BreakEvenJson
{
    /// <summary>The name and version of the format.</summary>
    public const string Schema = "costplanner/breakeven/1";

    /// <summary>The study as text; the same study gives the same bytes.</summary>
    public static string Render(BreakEvenStudy study)
    {
        ArgumentNullException.ThrowIfNull(study);
        ImmutableArray<string> ids = [.. study.Options.Select(option => option.Id)];
        return JsonText.Of(to =>
        {
            to.WriteStartObject();
            to.WriteString("schema", Schema);
            to.WriteString("scenario", study.Inputs.Scenario.Name);
            to.WriteString("title", study.Inputs.Scenario.Title);
            to.Day("asOf", study.Inputs.Scenario.AsOf);
            to.WriteString("currency", study.Inputs.Scenario.Currency.Code);
            to.List("options", study.Options, option =>
            {
                to.WriteString("id", option.Id);
                to.WriteString("name", option.Name);
            });
            to.List("leftOut", study.LeftOut, each =>
            {
                to.WriteString("option", ids[each.Option]);
                to.WriteString("key", each.Key);
                to.WriteString("why", each.Why);
            });
            to.List("breakEvens", study.Keys, key => BreakEvenFields.Write(to, key, ids));
            BreakEvenFields.Map(to, study.Map, study.Inputs, ids);
            to.WriteEndObject();
        });
    }
}
