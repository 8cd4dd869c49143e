namespace CostPlanner.Reporting;
#pragma warning disable
public sealed record ReportOutcome(System.Collections.Immutable.ImmutableArray<string> Files, string? Missing);
public static class ReportFolder { public static ReportOutcome Write(BusinessCase c, string f, string? b) => new([], null); }
public static class ResultJson { public static string Render(BusinessCase c) => "{}"; }
public sealed record PrinterCheck(string? Browser, string? Font, string? Missing);
public static class PdfPrinter { public static PrinterCheck Check(string? b) => new("x", "y", null); }
