using System.Collections.Immutable;
using System.Text.Json;
using CostPlanner.Model;

namespace CostPlanner.Benchmarking.Images;

/// <summary>A guest in the cache: a folder with its three files, its recipe, and a list of what they hashed to when they were made.</summary>
/// <param name="Key">The folder's name: a short hash of the recipe.</param>
/// <param name="Folder">The folder.</param>
/// <param name="KernelVersion">The kernel's release.</param>
/// <param name="Files">By name: size and SHA-256 of each file.</param>
/// <param name="Packages">The packages it was made of, the kernel's first: name, version, SHA-256 of the file.</param>
public sealed record CachedGuest(
    string Key,
    string Folder,
    string KernelVersion,
    ImmutableSortedDictionary<string, CachedFile> Files,
    ImmutableArray<(string Name, string Version, string Sha256)> Packages)
{
    internal const string Kernel = "vmlinuz";
    internal const string Initramfs = "initramfs.cpio.gz";
    internal const string Tools = "tools.ext4";
    internal const string Recipe = "recipe.txt";
    internal const string List = "guest.json";
    private const string Schema = "costplanner/guest/1";

    private static readonly string[] Names = [Initramfs, Recipe, Tools, Kernel];

    /// <summary>What a guest boots from.</summary>
    public GuestImage Image => new(
        Path.Combine(Folder, Kernel),
        Path.Combine(Folder, Initramfs),
        Path.Combine(Folder, Tools),
        Files.Where(file => file.Key != Recipe).ToImmutableSortedDictionary(file => file.Key, file => file.Value.Sha256, StringComparer.Ordinal),
        KernelVersion);

    /// <summary>The guest that the files of a folder make up, which were written just now.</summary>
    internal static CachedGuest Written(GuestRecipe recipe, string folder) => new(
        recipe.Key,
        folder,
        recipe.KernelVersion,
        Names.ToImmutableSortedDictionary(name => name, name => CachedFile.Of(Path.Combine(folder, name)), StringComparer.Ordinal),
        [.. recipe.Packages.Prepend(recipe.Kernel).Select(package => (package.Name, package.Version, package.Sha256))]);

    /// <summary>The guest in a folder, every file hashed again; null, with the reason, when it is not whole.</summary>
    internal static (CachedGuest? Guest, Message? Broken) Read(string folder)
    {
        try
        {
            using var list = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, List)));
            var guest = Of(list.RootElement, folder);
            var broken = Names.FirstOrDefault(name => !guest.Files.TryGetValue(name, out var file) || CachedFile.Of(Path.Combine(folder, name)) != file);
            return broken is null ? (guest, null) : (null, Message.Of("image.not-as-made", ("file", broken)));
        }
        catch (Exception trouble) when (trouble is IOException
            or UnauthorizedAccessException
            or JsonException
            or InvalidOperationException
            or KeyNotFoundException
            or FormatException)
        {
            return (null, trouble.Message.ReplaceLineEndings(" "));
        }
    }

    /// <summary>Writes the list beside the files.</summary>
    internal void WriteList()
    {
        using var stream = new FileStream(Path.Combine(Folder, List), FileMode.CreateNew);
        using var to = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        to.WriteStartObject();
        to.WriteString("schema", Schema);
        to.WriteString("key", Key);
        to.WriteString("kernelVersion", KernelVersion);
        to.WriteStartArray("files");
        foreach (var (name, file) in Files)
        {
            to.WriteStartObject();
            to.WriteString("name", name);
            to.WriteNumber("bytes", file.Bytes);
            to.WriteString("sha256", file.Sha256);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteStartArray("packages");
        foreach (var (name, version, sha256) in Packages)
        {
            to.WriteStartObject();
            to.WriteString("name", name);
            to.WriteString("version", version);
            to.WriteString("sha256", sha256);
            to.WriteEndObject();
        }

        to.WriteEndArray();
        to.WriteEndObject();
    }

    private static CachedGuest Of(JsonElement list, string folder) => Text(list, "schema") == Schema
        ? new CachedGuest(
            Text(list, "key"),
            folder,
            Text(list, "kernelVersion"),
            list.GetProperty("files").EnumerateArray().ToImmutableSortedDictionary(
                file => Text(file, "name"), file => new CachedFile(file.GetProperty("bytes").GetInt64(), Text(file, "sha256")), StringComparer.Ordinal),
            [.. list.GetProperty("packages").EnumerateArray().Select(package => (Text(package, "name"), Text(package, "version"), Text(package, "sha256")))])
        : throw new FormatException($"{List} is of another version");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? throw new FormatException($"{List} has no {name}");
}
