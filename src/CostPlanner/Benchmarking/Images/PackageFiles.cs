using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>The files of packages in the cache: each is what the signed list of packages says, or is not used.</summary>
internal sealed record PackageFiles(string Folder)
{
    /// <summary>The file of a package.</summary>
    public string Of(DebianPackage package) => Path.Combine(Folder, package.File);

    /// <summary>Downloads what is not there, and checks every file.</summary>
    public void Fetch(GuestRecipe recipe, Apt apt, Action<Message> say)
    {
        Directory.CreateDirectory(Folder);
        RemoveBroken([recipe.Kernel, .. recipe.Packages]);
        var lacking = recipe.Packages.Where(package => !File.Exists(Of(package))).ToList();
        if (lacking.Count > 0)
        {
            say(Message.Of("image.downloading", ("mebibytes", lacking.Sum(package => package.Bytes) >> 20)));
            apt.DownloadWithDependencies(GuestRecipe.Asked, Folder);
        }

        if (!File.Exists(Of(recipe.Kernel)))
        {
            say(Message.Of("image.downloading-kernel"));
            apt.DownloadAlone(recipe.Kernel, Folder);
        }

        if (RemoveBroken([recipe.Kernel, .. recipe.Packages]) is { } broken)
        {
            throw ImageException.Of("package-hash", Message.Of("package-hash", ("file", broken.File)), "packages");
        }

        if (recipe.Packages.Append(recipe.Kernel).FirstOrDefault(package => !File.Exists(Of(package))) is { } absent)
        {
            throw ImageException.Of(ImageException.PackagesUnreachable, Message.Of("packages-unreachable.not-downloaded", ("file", absent.File)), "packages");
        }
    }

    private DebianPackage? RemoveBroken(IEnumerable<DebianPackage> packages)
    {
        DebianPackage? broken = null;
        foreach (var package in packages.Where(
            package => File.Exists(Of(package)) && CachedFile.Of(Of(package)) != new CachedFile(package.Bytes, package.Sha256)))
        {
            File.Delete(Of(package));
            broken = package;
        }

        return broken;
    }
}
