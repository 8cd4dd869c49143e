namespace CostPlanner.Model;

/// <summary>The CPU whose cores a case counts in, so that a core of another CPU is worth more or less than one.</summary>
/// <remarks>
/// The rate of a core is SPECrate2017_int_base of a server with two CPUs ÷ (2 × its cores): throughput, by which VMs are packed.
/// One thread's speed (SPECspeed2017_int_base) is told apart: it never adds up.
/// </remarks>
public sealed record CpuReference
{
    private const int CpusOfPair = 2;
    private readonly CpuCatalogue catalogue;
    private readonly decimal rate;

    private CpuReference(CpuCatalogue catalogue, CpuModel model, decimal rate) => (this.catalogue, Model, this.rate) = (catalogue, model, rate);

    /// <summary>The CPU.</summary>
    public CpuModel Model { get; }

    /// <summary>The reference that those words name; null where no CPU of the catalogue is meant or its rate is not known.</summary>
    public static CpuReference? Of(CpuCatalogue catalogue, string? words) =>
        catalogue.Find(words) is { } model && RatePerCore(model) is { } rate ? new CpuReference(catalogue, model, rate) : null;

    /// <summary>SPECrate2017_int_base for each core; null where it is not known.</summary>
    public static decimal? RatePerCore(CpuModel model) => model.RatePair is { } pair and > 0 ? pair / (CpusOfPair * model.Cores) : null;

    /// <summary>What a core of the CPU that those words name is worth, in cores of the reference; null where it is not known.</summary>
    public decimal? WorthOf(string? words) => catalogue.Find(words) is { } model ? RatePerCore(model) / rate : null;

    /// <summary>How fast one thread of the second CPU is, as a multiple of the first's; null where one of the two is not known.</summary>
    public decimal? SpeedRatio(string? from, string? to) =>
        catalogue.Find(from)?.Speed is { } old and > 0 && catalogue.Find(to)?.Speed is { } now ? now / old : null;
}
