using CostPlanner.Model;

namespace CostPlanner.Tests.Given;

/// <summary>Editions with their features, for tests; names of features are separated by blanks.</summary>
internal static class Editions
{
    /// <summary>A matrix of features and, for each product, those that it has and those that it has not; of the rest nothing is known.</summary>
    public static FeatureMatrix Matrix(string features, params (string Product, string Has, string Lacks)[] rows) => new(
        [.. Words(features).Select(name => new Feature(name, name))],
        rows.Select(row => new FeatureRow(row.Product, Set(row.Has, row.Lacks), new Provenance("test", "2026", Grade.B, "test"), null)));

    /// <summary>What an edition has and what it has not.</summary>
    public static FeatureSet Set(string has, string lacks = "") => new(
        Words(has).Select(name => KeyValuePair.Create(name, FeatureState.Yes)).Concat(Words(lacks).Select(name => KeyValuePair.Create(name, FeatureState.No))));

    private static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
