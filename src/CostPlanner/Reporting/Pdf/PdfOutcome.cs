namespace CostPlanner.Reporting.Pdf;

/// <summary>Whether the PDF was written, and if not, what is missing and how to get it.</summary>
/// <param name="IsWritten">Whether the PDF is there, with its fonts inside.</param>
/// <param name="Missing">What stopped it, in a sentence or two without a full stop; null when it was written.</param>
/// <param name="Command">The command that installs what is missing; null when it was written or when nothing is missing.</param>
public sealed record PdfOutcome(bool IsWritten, string? Missing, string? Command)
{
    /// <summary>What installs a browser and a font on Debian.</summary>
    public const string InstallCommand = "apt-get install -y chromium fonts-roboto-unhinted";

    /// <summary>The PDF is there.</summary>
    public static PdfOutcome Written { get; } = new(true, null, null);

    /// <summary>Something that a package brings is missing.</summary>
    internal static PdfOutcome Lacks(string what) => new(false, what, InstallCommand);

    /// <summary>The browser is there and did not do it.</summary>
    internal static PdfOutcome Failed(string why) => new(false, why, null);
}
