namespace CostPlanner.Model;

/// <summary>A record of a run that lies in the data folder.</summary>
/// <param name="File">The file as the data folder names it: "measurements/run-1.json".</param>
/// <param name="Sha256">The SHA-256 of its bytes, as 64 lower-case hexadecimal digits.</param>
/// <param name="Run">The run.</param>
public sealed record StoredRun(string File, string Sha256, BenchmarkRun Run);
