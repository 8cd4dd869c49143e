using System.Collections.Immutable;
using CostPlanner.Benchmarking.Proposals;
using CostPlanner.Model;

namespace CostPlanner.Reporting.Json.Commands;

/// <summary>What a run proposes to a scenario as JSON.</summary>
/// <remarks>Its fields: the guide "json" (src/CostPlanner.Cli/Guides/json.md).</remarks>
public static class ProposalsJson
{
    /// <summary>The proposals as text.</summary>
    public static string Render(BenchmarkRun run, ImmutableArray<Proposal> proposals, bool written) => JsonText.Of(to =>
    {
        to.WriteStartObject();
        to.WriteString("run", run.Id);
        to.WriteBoolean("valid", run.IsValid);
        to.Messages("whyNotValidData", "whyNotValid", run.WhyNotValid);
        to.WriteBoolean("written", written);
        to.List("assumptions", proposals, proposal =>
        {
            to.WriteString("id", proposal.Assumed.Id);
            to.WriteString("unit", proposal.Assumed.Unit);
            to.WriteStartObject("assumed");
            to.Number("low", proposal.Assumed.Low);
            to.Number("likely", proposal.Assumed.Likely);
            to.Number("high", proposal.Assumed.High);
            to.WriteEndObject();
            to.Number("now", proposal.Now);
            to.Number("measured", proposal.Measured);
            to.Number("low", proposal.Low);
            to.Number("high", proposal.High);
            to.WriteNumber("n", proposal.N);
            to.WriteBoolean("accepted", proposal.IsAccepted);
            to.Message("refusalData", "refusal", proposal.Refusal);
            to.Message("noteData", "note", proposal.Note);
        });
        to.WriteEndObject();
    });
}
