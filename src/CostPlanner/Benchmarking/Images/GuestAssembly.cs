using CostPlanner.Benchmarking.Processes;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>Makes the files of a guest from the files of packages.</summary>
internal static class GuestAssembly
{
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    /// <summary>The guest of a recipe, in a folder within the folder to work in.</summary>
    public static CachedGuest Of(GuestRecipe recipe, PackageFiles packages, string work, Action<Message> say, CancellationToken calledOff)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "guest")).FullName;
        say(Message.Of("image.unpacking"));
        var kernel = new PackageTree(Path.Combine(work, "kernel"));
        kernel.Unpack(packages.Of(recipe.Kernel), calledOff);
        var tree = new PackageTree(Path.Combine(work, "tree"));
        foreach (var package in recipe.Packages)
        {
            tree.Unpack(packages.Of(package), calledOff);
        }

        say(Message.Of("image.file-systems"));
        var tools = ToolSet.Of(tree, GuestRecipe.Programs);
        var busybox = tree.Find("busybox", ["bin", "usr/bin"])
            ?? throw ImageException.Of("file-missing", Message.Of("image.file-missing.busybox"), "busybox-static");
        var modules = KernelModules.Of(kernel, recipe.KernelVersion, GuestRecipe.Modules, calledOff);
        File.WriteAllBytes(Path.Combine(folder, CachedGuest.Initramfs), Initramfs.Of(File.ReadAllBytes(busybox), modules, recipe.Init, tools.Loader));
        Ext4Image.Make(tools.Files, Path.Combine(work, "ext4"), Path.Combine(folder, CachedGuest.Tools), calledOff);
        var bootable = kernel.Find($"boot/vmlinuz-{recipe.KernelVersion}")
            ?? throw ImageException.Of("file-missing", Message.Of("image.file-missing.kernel"), recipe.Kernel.Name);
        File.Copy(bootable, Path.Combine(folder, CachedGuest.Kernel));
        File.WriteAllText(Path.Combine(folder, CachedGuest.Recipe), recipe.Text);
        var guest = CachedGuest.Written(recipe, folder);
        guest.WriteList();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            File.SetUnixFileMode(file, ReadOnly);
        }

        return guest;
    }
}
