using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Runs.Plans;

/// <summary>What the user asks of a run; the plan follows from this and from the host.</summary>
/// <param name="Id">The id of the run's record.</param>
/// <param name="Plan">"self-test", "quick", "standard" or "thorough".</param>
/// <param name="Seed">The seed of everything that is drawn.</param>
/// <param name="Storage">The folder on the storage to be judged; null where disks are not measured.</param>
/// <param name="HasNetwork">Whether guests get a NIC and the network is measured.</param>
public sealed record RunRequest(string Id, string Plan, int Seed, string? Storage = null, bool HasNetwork = false)
{
    /// <summary>Where a self-test has its disks.</summary>
    private const string StorageOfSelfTest = "/var/tmp";

    /// <summary>A request; a self-test tries everything, also what is measured only when asked for.</summary>
    public static RunRequest Of(string id, string plan, int seed, string? storage, bool hasNetwork) => plan == MeasurementConditions.SelfTest
        ? new RunRequest(id, plan, seed, storage ?? StorageOfSelfTest, HasNetwork: true)
        : new RunRequest(id, plan, seed, storage is null ? null : Path.GetFullPath(storage), hasNetwork);
}
