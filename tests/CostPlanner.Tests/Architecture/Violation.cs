using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace CostPlanner.Tests.Architecture;

/// <summary>One place where a rule of the house is broken.</summary>
internal sealed record Violation(string File, int Line, string What)
{
    public string Place => $"{File}:{Line}";

    public override string ToString() => $"{Place}: {What}";

    public static Violation At(SyntaxNodeOrToken node, string what)
    {
        var place = node.GetLocation()!.GetLineSpan();
        return new Violation(place.Path, place.StartLinePosition.Line + 1, what);
    }

    /// <summary>Fails with every violation on a line of its own.</summary>
    public static void AssertNone(IEnumerable<Violation> violations)
    {
        var lines = violations.Select(each => each.ToString()).Distinct().ToImmutableArray();
        Assert.True(lines.IsEmpty, $"{lines.Length} broken:\n{string.Join('\n', lines)}");
    }

    /// <summary>Fails unless the violations are at exactly the planted lines.</summary>
    public static void AssertAt(IEnumerable<string> planted, IEnumerable<Violation> found)
    {
        var wanted = planted.ToImmutableArray();
        var reported = found.ToImmutableArray();
        var overlooked = wanted.Except(reported.Select(each => each.Place)).Select(each => $"{each}: planted, not reported");
        var unplanted = reported.Where(each => !wanted.Contains(each.Place)).Select(each => $"{each} (reported, not planted)");
        var wrong = overlooked.Concat(unplanted).ToImmutableArray();
        Assert.NotEmpty(wanted);
        Assert.True(wrong.IsEmpty, string.Join('\n', wrong));
    }
}
