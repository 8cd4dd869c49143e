using CostPlanner.Model;

namespace CostPlanner.Reporting.Text;

/// <summary>Messages and findings in words of the language in which the program speaks.</summary>
public static class Sentences
{
    /// <summary>All words that there are, one message a line: what the program itself says.</summary>
    public static string All =>
        string.Join('\n', Language.Spoken.Words.Values.SelectMany(pattern => pattern.Parts).Select(part => $"{part.Words} {part.Form}"));

    /// <summary>A message in words, as they stand within a sentence.</summary>
    public static string Of(Message message) => Language.Spoken.Of(message);

    /// <summary>A place as a person would say it: "estate.xlsx, vInfo, row 12, CPUs".</summary>
    public static string Of(SourcePlace place)
    {
        ArgumentNullException.ThrowIfNull(place);
        var row = place.Row is { } number ? Of(Message.Of("place.row", ("row", number))) : null;
        return string.Join(", ", new[] { place.File, place.Sheet, row, place.Column }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>A finding on one line: its place, what was found, what was done, how it can be mended.</summary>
    public static string Line(Finding finding)
    {
        ArgumentNullException.ThrowIfNull(finding);
        return string.Join(
            " ", new[] { $"{Of(finding.Place)}: {Whole(finding.Message)}", Whole(finding.Done), Whole(finding.Mend) }.Where(part => part.Length > 0));
    }

    /// <summary>A message as a sentence, with a full stop; empty for none.</summary>
    public static string Whole(Message? message) =>
        message is { IsNone: false } && Of(message) is { Length: > 0 } text ? Ended(text) : "";

    /// <summary>On one line, with a full stop unless it ends in one or in a question.</summary>
    private static string Ended(string text) => text.ReplaceLineEndings(" ") is var line && line.EndsWith('?') ? line : line.TrimEnd('.') + ".";
}
