using System.Text.RegularExpressions;
using CostPlanner.Reporting;
using CostPlanner.Reporting.Chapters;
using CostPlanner.Tests.Architecture;

namespace CostPlanner.Tests.Reporting.Chapters;

/// <summary>Numbers of chapters, and references to them, are counted from the document and stand in no text.</summary>
public sealed partial class ReportOutlineTests
{
    // The sample has no usage and no runway: nine chapters that every case has, the uncertainty, and three appendices.
    [Fact]
    public void Chapters_are_numbered_by_their_places_and_appendices_have_letters() => Assert.Equal(
        ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "A", "B", "C"], ReportDocument.Of(SampleUncertainty.Build()).Sections.Select(section => section.Number));

    [Fact]
    public void A_reference_names_the_number_that_the_chapter_has()
    {
        var result = SampleUncertainty.Build();
        Assert.All(ReportDocument.Of(result).Sections, section => Assert.Equal(
            $"{(section.IsAppendix ? "appendix" : "section")} {section.Number}", ReportOutline.Reference(result, section.Id)));
    }

    [Fact]
    public void Without_a_chapter_those_behind_it_and_what_refers_to_them_move_up()
    {
        var without = SampleCase.Build() with { Claim = null };
        Assert.Null(ReportOutline.Reference(without, ReportOutline.Claim));
        Assert.Equal("section 7", ReportOutline.Reference(without, ReportOutline.Findings));
        Assert.Contains("explained in section 7", Page.Of(without).Section(ReportOutline.Estate).Value, StringComparison.Ordinal);
    }

    [Fact]
    public void No_number_of_a_chapter_stands_in_a_text() => Assert.Empty(
        from file in RepositoryFiles.CodeBelow("src/CostPlanner/Reporting")
        from line in RepositoryFiles.Read(file).Split('\n').Index()
        where !line.Item.TrimStart().StartsWith("//", StringComparison.Ordinal) && Numbered().IsMatch(line.Item)
        select $"{file}:{line.Index + 1}: {line.Item.Trim()}");

    [Theory]
    [InlineData("explained in section 8.", true)]
    [InlineData("the lines in appendix A, in whole", true)]
    [InlineData("explained in {ReportOutline.Reference(result, id)}.", false)]
    [InlineData("section { margin-top: 26pt; }", false)]
    public void A_number_in_a_text_is_seen(string text, bool isNumbered) => Assert.Equal(isNumbered, Numbered().IsMatch(text));

    [GeneratedRegex("""\b(?:section|appendix) (?:[0-9]+|[A-Z])\b""")]
    private static partial Regex Numbered();
}
