using System.Globalization;
using System.Text;
using CostPlanner.Reporting.Pdf;

namespace CostPlanner.Tests.Reporting.Pdf;

/// <summary>A PDF counts only when it is whole and shows text.</summary>
public sealed class PdfFileTests
{
    private const string Text = "BT /F1 12 Tf (Words) Tj ET";

    [Fact]
    public void A_small_whole_one_counts()
    {
        Assert.Null(PdfFile.Flaw(Pdf(Text)));
        Assert.True(PdfFile.HasText(Pdf(Text)));
        Assert.False(PdfFile.HasText(Pdf("0 0 10 10 re f")));
    }

    [Fact]
    public void Cut_anywhere_it_does_not_count()
    {
        var whole = Pdf(Text);

        // Without the last end of a line it is still whole; from there on every cut shows.
        Assert.All(Enumerable.Range(0, whole.Length - 1), length => Assert.NotNull(PdfFile.Flaw(whole[..length])));
    }

    [Fact]
    public void With_a_part_missing_in_its_middle_it_does_not_count()
    {
        var whole = Pdf(Text);

        Assert.All(Enumerable.Range(9, 60), at => Assert.NotNull(PdfFile.Flaw([.. whole[..at], .. whole[(at + 40)..]])));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<!DOCTYPE html>")]
    [InlineData("%PDF-1.4 nothing")]
    [InlineData("%PDF-1.4\nstartxref\n0\n%%EOF\n")]
    [InlineData("%PDF-1.4\nstartxref\n9999999999\n%%EOF\n")]
    [InlineData("%PDF-1.4\nxref\nstartxref\n9\n%%EOF\n")]
    [InlineData("%PDF-1.4\nxref\n0 1\n0000000000 65535 f \nstartxref\n9\n%%EOF\n")]
    [InlineData("%PDF-1.4\nxref\n0 999999999\n0000000000 65535 f \ntrailer\nstartxref\n9\n%%EOF\n")]
    public void What_only_looks_like_one_does_not_count(string text) => Assert.NotNull(PdfFile.Flaw(Encoding.Latin1.GetBytes(text)));

    /// <summary>A PDF of one page with that content, and a table of its objects.</summary>
    internal static byte[] Pdf(string content, string more = "")
    {
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
            string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"), $"<< {more} >>",
        ];
        var text = new StringBuilder("%PDF-1.4\n");
        var table = new StringBuilder().Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var (index, body) in objects.Index())
        {
            table.Append(CultureInfo.InvariantCulture, $"{text.Length:0000000000} 00000 n \n");
            text.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{body}\nendobj\n");
        }

        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{text}{table}trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{text.Length}\n%%EOF\n"));
    }
}
