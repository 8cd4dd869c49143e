using System.Collections.Immutable;
using CostPlanner.Model;
using CostPlanner.Tests.Given;
using Microsoft.CodeAnalysis;

namespace CostPlanner.Tests.Architecture;

/// <summary>The guide of findings has every code that the source can make, and no other.</summary>
public sealed class FindingGuideTests
{
    private const string Cli = "src/CostPlanner.Cli";

    private static readonly Lazy<FindingCodes> Source = new(() =>
    {
        // The statements at the top of Program make no findings, and a library has none.
        var library = Library.With([.. RepositoryFiles.CodeBelow(Cli).Where(path => Path.GetFileName(path) != "Program.cs").Select(path => (path, RepositoryFiles.Read(path)))]);
        return Of(library, tree => tree.StartsWith("src/", StringComparison.Ordinal));
    });

    private static ImmutableSortedSet<string> Reasons => Enum.GetValues<RejectReason>().Select(reason => reason.Word()).ToImmutableSortedSet(StringComparer.Ordinal);

    /// <summary>Code, severities, meaning and mend; the tables of this shape alone.</summary>
    private static ImmutableArray<(string Code, ImmutableArray<string> Severities, string Meaning, string Mend)> Guide =>
        [.. GuideText.Named("findings").Rows.Where(row => row.Length == 4).Select(row => (row[0].Trim('`'), row[1].Split(" or ").ToImmutableArray(), row[2], row[3]))];

    [Fact]
    public void Every_code_of_the_source_is_in_the_guide_and_no_other() =>
        Assert.Equal(Source.Value.Severities.Keys.Union(Reasons).Order(StringComparer.Ordinal), Guide.Select(row => row.Code).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_code_has_a_severity_a_meaning_and_how_to_mend_it() => Assert.All(Guide, row =>
    {
        Assert.All(row.Severities, severity => Assert.Contains(severity, (string[])["error", "warning", "note"]));
        Assert.True(row.Meaning.EndsWith('.') && row.Mend.Length > 0, row.Code);
        Assert.True(row.Mend.EndsWith('.') || (row.Mend == "-" && !row.Severities.Contains("error")), $"{row.Code}: how is it mended?");
    });

    [Fact]
    public void The_guide_names_each_severity_that_the_source_gives_a_code() => Assert.All(Guide, row => Assert.Empty(
        Source.Value.Severities.GetValueOrDefault(row.Code, []).Select(severity => severity.ToLowerInvariant()).Except(row.Severities).Select(severity => $"{row.Code} is also a {severity}")));

    /// <summary>What another run of the program sent has that run's codes.</summary>
    [Fact]
    public void Every_code_is_a_constant_that_can_be_followed() =>
        Assert.Empty(Source.Value.Lost.Where(each => !each.Place.Contains("RemoteMessage.cs", StringComparison.Ordinal)).Select(each => $"{each.Place}: {each.What}"));

    [Fact]
    public void Codes_are_followed_through_methods_locals_switches_and_properties()
    {
        var library = Library.With(("src/CostPlanner/Ingest/Planted.cs", """
            using CostPlanner.Model;

            namespace CostPlanner.Ingest;

            public static class Planted
            {
                private const string Named = "planted-constant";

                private static string OfProperty => Environment.NewLine.Length > 1 ? "planted-long" : "planted-short";

                public static Finding Direct(SourcePlace place) => new(Severity.Note, "planted-direct", "message", place);

                public static Finding Passed(SourcePlace place) => Error(Named, place);

                public static Finding Chosen(SourcePlace place, int which)
                {
                    var (code, _) = which switch { 0 => ("planted-first", 1), _ => ("planted-second", 2) };
                    return new Finding(Severity.Warning, code, "message", place);
                }

                public static Finding Property(SourcePlace place) => new(Severity.Note, OfProperty, "message", place);

                public static Finding Lost(SourcePlace place) => new(Severity.Note, Environment.MachineName, "message", place);

                private static Finding Error(string code, SourcePlace place) => new(Severity.Error, code, "message", place);
            }
            """));
        var found = Of(library, tree => tree.EndsWith("/Planted.cs", StringComparison.Ordinal));

        Assert.Equal(
            ["planted-constant: Error", "planted-direct: Note", "planted-first: Warning", "planted-long: Note", "planted-second: Warning", "planted-short: Note"],
            found.Severities.Select(each => $"{each.Key}: {string.Join(", ", each.Value)}"));
        Assert.Equal(("src/CostPlanner/Ingest/Planted.cs:23", "Environment.MachineName"), Assert.Single(found.Lost));
    }

    /// <summary>Where what may be null is followed, too, the compiler takes three times as long; it does not bear on codes.</summary>
    private static FindingCodes Of(Library library, Func<string, bool> isAsked) =>
        new(library.Compilation.WithOptions(library.Compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable)), isAsked);
}
