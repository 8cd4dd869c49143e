using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Ingest.Scenarios;

/// <summary>The comments of a scenario that say which run measured the value below them.</summary>
internal sealed class MeasuredNotes(string text, List<Finding> findings)
{
    private readonly ImmutableArray<string> lines = [.. text.Split('\n').Select(line => line.Trim())];

    /// <summary>
    /// The values, those with such a comment above them with what it says; a comment that does not fit its value is told, and counts for nothing.
    /// </summary>
    /// <param name="scenario">The map that has them under `assumptions`.</param>
    /// <param name="own">The values.</param>
    public ImmutableArray<AssumptionOverride> With(YamlMap scenario, ImmutableArray<AssumptionOverride> own)
    {
        if (own.IsEmpty)
        {
            return own;
        }

        var places = scenario.Map("assumptions")!.Keys().ToDictionary(each => each.Key, each => each.Place, StringComparer.Ordinal);
        return [.. own.Select(each => each with { Measured = Of(each, places[each.Id]) })];
    }

    private MeasuredNote? Of(AssumptionOverride own, SourcePlace place)
    {
        // Rows count from 1, so the line above row n is at n - 2.
        if (place.Row is not (> 1 and var row) || row > lines.Length || !lines[row - 2].StartsWith(MeasuredNote.Mark, StringComparison.Ordinal))
        {
            return null;
        }

        if (MeasuredNote.Of(lines[row - 2]) is not { } note)
        {
            Warn("measured-note-unreadable", Message.Of("measured-note-unreadable", ("assumption", own.Id)), place);
            return null;
        }

        if (note.Value != own.Value)
        {
            Warn(
                "measured-value-changed",
                Message.Of("measured-value-changed", ("assumption", own.Id), ("value", own.Value), ("run", note.Run), ("measured", note.Value)),
                place);
            return null;
        }

        return note;
    }

    private void Warn(string code, Message message, SourcePlace place) =>
        findings.Add(new Finding(Severity.Warning, code, message, place, Message.Of("measured-note.done"), Message.Of("measured-note.mend")));
}
