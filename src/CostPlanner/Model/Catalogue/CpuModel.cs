using System.Collections.Immutable;

namespace CostPlanner.Model;

/// <summary>A server CPU of the catalogue.</summary>
/// <param name="Name">The model without vendor: "Xeon Gold 6248R", "EPYC 7763".</param>
/// <param name="Cores">Cores of one CPU.</param>
/// <param name="Threads">Threads of one CPU, or null.</param>
/// <param name="Tdp">Thermal design power of one CPU, or null.</param>
/// <param name="RatePair">SPECrate2017_int_base of a server with two of them, median of the results, or null.</param>
/// <param name="Speed">SPECspeed2017_int_base, median of the results, or null.</param>
/// <param name="Idle">A whole server with two of them, idle (SPECpower), or null.</param>
/// <param name="Full">A whole server with two of them at full load (SPECpower), or null.</param>
/// <param name="Provenance">Where the figures come from.</param>
public sealed record CpuModel(
    string Name,
    int Cores,
    int? Threads,
    Power? Tdp,
    decimal? RatePair,
    decimal? Speed,
    Power? Idle,
    Power? Full,
    Provenance Provenance);

/// <summary>The CPUs known.</summary>
public sealed record CpuCatalogue
{
    private readonly ImmutableArray<(string Words, CpuModel Model)> longestFirst;

    /// <summary>A catalogue of those models.</summary>
    public CpuCatalogue(ImmutableArray<CpuModel> models)
    {
        Models = models;
        longestFirst = [.. models.OrderByDescending(model => model.Name.Length).Select(model => (Phrase(model.Name), model))];
    }

    /// <summary>The models.</summary>
    public ImmutableArray<CpuModel> Models { get; }

    /// <summary>
    /// The CPU that a host's own words name ("Intel(R) Xeon(R) Gold 6248R CPU @ 3.00GHz"), or null.
    /// A model's words must all occur, whole and in order, whatever makers put between them; the longest model name wins.
    /// </summary>
    public CpuModel? Find(string? words)
    {
        if (words is null)
        {
            return null;
        }

        var have = Phrase(words);
        return longestFirst.FirstOrDefault(each => have.Contains(each.Words, StringComparison.OrdinalIgnoreCase)).Model;
    }

    private static string Phrase(string text) => $" {string.Join(' ', Words(text))} ";

    private static string[] Words(string text) => text
        .Replace("(R)", " ", StringComparison.OrdinalIgnoreCase)
        .Replace("(TM)", " ", StringComparison.OrdinalIgnoreCase)
        .Split([' ', ',', '@'], StringSplitOptions.RemoveEmptyEntries)
        .Where(word => !word.Equals("CPU", StringComparison.OrdinalIgnoreCase))
        .ToArray();
}
