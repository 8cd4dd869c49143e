using CostPlanner.Model;
using CostPlanner.Reporting.Text;

namespace CostPlanner.Tests;

/// <summary>Messages as a user reads them, for tests that ask what is said.</summary>
internal static class WordsOfMessages
{
    /// <summary>The message in English; empty for none.</summary>
    public static string Words(this Message? message) => message is null ? "" : Sentences.Of(message);

    /// <summary>A finding as it is told on one line.</summary>
    public static string Line(this Finding finding) => Sentences.Line(finding);

    /// <summary>Whether the message says that.</summary>
    public static bool Contains(this Message? message, string words, StringComparison comparison) => message.Words().Contains(words, comparison);

    /// <summary>Whether the message begins with that.</summary>
    public static bool StartsWith(this Message? message, string words, StringComparison comparison) => message.Words().StartsWith(words, comparison);

    /// <summary>Whether the message ends with that.</summary>
    public static bool EndsWith(this Message? message, string words, StringComparison comparison) => message.Words().EndsWith(words, comparison);
}
