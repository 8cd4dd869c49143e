using System.Collections.Immutable;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Remote;

/// <summary>What a run on another host came to.</summary>
/// <param name="Run">The record that came home and was written; null where none came. It may hold less than the whole run: then a check of it failed.</param>
/// <param name="Path">The record's file; null where there is none.</param>
/// <param name="ExitCode">The exit code of the program over there; null where it is not known.</param>
/// <param name="Cut">Why the run did not come to its own end: connection-lost, interrupted, bad-message, flood; null where it did, or never began.</param>
/// <param name="Findings">What the user should know, from here and from there.</param>
public sealed record RemoteOutcome(BenchmarkRun? Run, string? Path, int? ExitCode, RejectReason? Cut, ImmutableArray<Finding> Findings);

/// <summary>Reads the text of a record strictly: the run or null, and what is wrong with it.</summary>
/// <param name="text">The text of the record's file.</param>
public delegate (BenchmarkRun? Run, ImmutableArray<Finding> Findings) RecordReader(string text);
