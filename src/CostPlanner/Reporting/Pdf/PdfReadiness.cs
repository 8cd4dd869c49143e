namespace CostPlanner.Reporting.Pdf;

/// <summary>Whether this machine can print a report.</summary>
/// <param name="Browser">The browser's path, or null where none was found.</param>
/// <param name="HasFont">Whether any font is installed.</param>
/// <param name="Missing">What is missing, in a sentence without a full stop; null when nothing is.</param>
public sealed record PdfReadiness(string? Browser, bool HasFont, string? Missing);
