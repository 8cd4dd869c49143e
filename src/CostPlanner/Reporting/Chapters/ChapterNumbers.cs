namespace CostPlanner.Reporting.Chapters;

/// <summary>Numbers of the report's chapters.</summary>
internal static class ChapterNumbers
{
    /// <summary>The number of a chapter that not every report has, by which of those before it this one has.</summary>
    public static string NumberAfter(params ReadOnlySpan<bool> before)
    {
        const int first = 10;
        var number = first;
        foreach (var isThere in before)
        {
            number += isThere ? 1 : 0;
        }

        return FormattableString.Invariant($"{number}");
    }
}
