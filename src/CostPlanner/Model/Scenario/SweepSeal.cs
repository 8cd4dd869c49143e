using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>An input by what is in it.</summary>
/// <param name="Name">What it is: "scenario", "inventory", "data/prices/vmware.csv".</param>
/// <param name="Sha256">The SHA-256 of its bytes, as 64 lower-case hexadecimal digits.</param>
public sealed record InputHash(string Name, string Sha256);

/// <summary>The fingerprint of a share of a sweep: shares of unlike inputs or programs are not of one sweep, however alike they look.</summary>
/// <param name="Program">The build of the program that worked it out; the same on every machine that runs the same build.</param>
/// <param name="Inputs">Everything that it was worked out from, by name.</param>
/// <param name="Figures">The SHA-256 of the share as text without this; empty where it has not been written yet.</param>
public sealed record SweepSeal(string Program, ImmutableArray<InputHash> Inputs, string Figures);
