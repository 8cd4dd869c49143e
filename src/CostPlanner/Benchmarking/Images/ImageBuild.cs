using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>Assembles the guest from Debian packages, on the spot: nothing is installed, and no root is needed.</summary>
public static class ImageBuild
{
    /// <summary>The commands that assembling needs and this machine lacks, with the packages that have them.</summary>
    public static ImmutableArray<Finding> Missing() =>
        OperatingSystem.IsLinux() && RuntimeInformation.OSArchitecture == Architecture.X64
            ? [.. HostProgram.ForImages.Where(program => program.Locate() is null).Select(program => program.Missing())]
            : [ImageException.Of("machine-unfit", Message.Of("machine-unfit"), "this machine").Finding];

    /// <summary>The guest of the newest packages: from the cache when it is there and whole, else built. What prevents it is among the findings.</summary>
    /// <param name="cache">Where guests are kept.</param>
    /// <param name="force">Build it even though it is there.</param>
    /// <param name="say">Is told what is being done.</param>
    /// <param name="calledOff">Ends the work; what was begun is removed.</param>
    public static ImageOutcome Run(GuestCache cache, bool force, Action<Message> say, CancellationToken calledOff)
    {
        if (Missing() is { Length: > 0 } missing)
        {
            return new ImageOutcome(null, false, null, missing);
        }

        try
        {
            return Locked(cache, force, say, calledOff);
        }
        catch (ImageException trouble)
        {
            return new ImageOutcome(null, false, null, [trouble.Finding]);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return new ImageOutcome(null, false, null, [ImageException.Of("cache-files", trouble.Message, cache.Folder).Finding]);
        }
    }

    private static ImageOutcome Locked(GuestCache cache, bool force, Action<Message> say, CancellationToken calledOff)
    {
        say(Message.Of("image.waiting"));
        using var held = cache.Lock(calledOff);
        var work = cache.NewWork();
        try
        {
            say(Message.Of("image.asking"));
            var findings = ImmutableArray.CreateBuilder<Finding>();
            var (apt, recipe) = Asked(work, findings, say, calledOff);
            var (there, broken) = cache.Find(recipe.Key);
            if (there is not null && !force)
            {
                return new ImageOutcome(there, false, null, findings.ToImmutable());
            }

            if (broken is not null)
            {
                findings.Add(
                    new Finding(
                        Severity.Warning,
                        "cache-broken",
                        Message.Of("cache-broken", ("why", broken)),
                        new SourcePlace(recipe.Key),
                        Done: Message.Of("cache-broken.done")));
            }

            var built = cache.Adopt(GuestAssembly.Of(recipe, Downloaded(cache, recipe, apt, say), work, say, calledOff));
            return new ImageOutcome(built, true, there is null ? null : there.Files.SequenceEqual(built.Files), findings.ToImmutable());
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    /// <summary>By the lists that this machine has; where they lack a package, by lists of our own.</summary>
    private static (Apt Apt, GuestRecipe Recipe) Asked(string work, ImmutableArray<Finding>.Builder findings, Action<Message> say, CancellationToken calledOff)
    {
        try
        {
            var apt = Apt.ByListsOfMachine(Path.Combine(work, "apt"), calledOff);
            return (apt, GuestRecipe.Of(apt, calledOff));
        }
        catch (ImageException trouble) when (trouble.Finding.Code == ImageException.PackagesUnreachable)
        {
            say(Message.Of("image.fetching"));
            var apt = Apt.ByOwnLists(Path.Combine(work, "own"), calledOff);
            findings.Add(trouble.Finding with { Severity = Severity.Note, Done = Message.Of("packages-unreachable.fetched") });
            return (apt, GuestRecipe.Of(apt, calledOff));
        }
    }

    private static PackageFiles Downloaded(GuestCache cache, GuestRecipe recipe, Apt apt, Action<Message> say)
    {
        var files = new PackageFiles(cache.Packages);
        files.Fetch(recipe, apt, say);
        return files;
    }
}
