using CostPlanner.Cases.Keys;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cases.Keys;

/// <summary>The guide of what-if questions has the keys that a case has, and no other; of a key with a name of the user's own the word before the dot.</summary>
public sealed class WhatIfGuideTests
{
    /// <summary>Keys that a case has only for a name that was asked for, or with a contract.</summary>
    private static readonly string[] WithName = ["price", "quote", "discount", "copies", "contract"];

    [Fact]
    public void The_guide_names_every_key_of_a_case_and_no_other()
    {
        var inputs = TwoClusters.Case;
        var assumptions = inputs.Assumptions.All.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        var known = CaseKeys.Names(inputs, "").Where(name => !assumptions.Contains(name)).Select(First).Concat(WithName).Distinct();
        var listed = Table().SelectMany(GuideText.SpansOf).Where(span => !assumptions.Contains(span) && char.IsAsciiLetterLower(span[0])).Select(First).Distinct();

        Assert.Equal(known.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }

    /// <summary>The first cells of the table of keys.</summary>
    private static IEnumerable<string> Table() =>
        GuideText.Named("what-if").Text.Split("\n## ")[1].Split('\n').SkipWhile(line => line != "| --- | --- |").Skip(1).TakeWhile(line => line.StartsWith('|')).Select(line => line.Split(" | ")[0]);

    private static string First(string name) => name.Split('.')[0];
}
