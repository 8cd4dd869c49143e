using System.Collections.Immutable;
using CostPlanner.Reporting.Json.Result;
using CostPlanner.Studies.BreakEvens;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>Where the winner of a case changes, as JSON.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
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
                to.Message("keyData", "key", each.Key);
                to.Message("whyData", "why", each.Why);
            });
            to.List("breakEvens", study.Keys, key => BreakEvenFields.Write(to, key, ids));
            BreakEvenFields.Map(to, study.Map, study.Inputs, ids);
            to.WriteEndObject();
        });
    }
}
