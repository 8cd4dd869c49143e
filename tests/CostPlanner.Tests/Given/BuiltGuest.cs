using CostPlanner.Benchmarking.Images;
using CostPlanner.Benchmarking.Processes;

namespace CostPlanner.Tests.Given;

/// <summary>The guest in this user's cache, built once where it is not there; a test that asks for it is skipped, visibly, where it cannot be had.</summary>
internal static class BuiltGuest
{
    private static readonly string[] NotHere = [ImageException.CommandMissing, ImageException.PackagesUnreachable, "machine-unfit"];
    private static readonly Lazy<(CachedGuest? Guest, string? Why)> Once = new(Get);

    public static CachedGuest OrSkip()
    {
        var (guest, why) = Once.Value;
        Assert.SkipWhen(guest is null, $"the guest cannot be assembled here: {why}");
        return guest!;
    }

    private static (CachedGuest? Guest, string? Why) Get()
    {
        if (GuestCache.OfUser() is not { } cache)
        {
            return (null, "this user has no home");
        }

        var outcome = ImageBuild.Run(cache, force: false, _ => { }, CancellationToken.None);
        if (outcome.Guest is { } guest)
        {
            return (guest, null);
        }

        // Without a network the guest of the last time will do. Any other trouble is a mistake of ours, and fails the test.
        var finding = outcome.Findings.Last();
        Assert.True(NotHere.Contains(finding.Code), finding.ToString());
        return (cache.Newest(), finding.ToString());
    }
}
