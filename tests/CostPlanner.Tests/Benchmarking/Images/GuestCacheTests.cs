using CostPlanner.Benchmarking.Images;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Benchmarking.Images;

public sealed class GuestCacheTests : IDisposable
{
    private static readonly DebianPackage Kernel = new("linux-image-6.1.0-56-cloud-amd64", "6.1.192-2", "amd64", "k.deb", 1, new string('a', 64));
    private static readonly GuestRecipe Recipe = new(Kernel, [], "", "mke2fs 1.47.0", ".NET 10.0.0");

    private readonly TemporaryFolder folder = new();
    private readonly GuestCache cache;

    public GuestCacheTests() => cache = new GuestCache(folder.At("cache"));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void A_guest_that_was_put_in_its_place_is_found_with_its_hashes()
    {
        Built("kernel");

        var found = cache.Find(Recipe.Key).Guest;

        Assert.NotNull(found);
        Assert.Equal(cache.Newest()?.Files, found.Files);
        Assert.Equal(Path.Combine(cache.Folder, "guests", Recipe.Key, "vmlinuz"), found.Image.Kernel);
        Assert.Equal("6.1.0-56-cloud-amd64", found.Image.KernelVersion);
        Assert.Equal(["initramfs.cpio.gz", "tools.ext4", "vmlinuz"], found.Image.Sha256.Keys);

        // As printf kernel | sha256sum says.
        Assert.Equal("6923dd1bc0460082c5d55a831908c24a282860b7f1cd6c2b79cf1bc8857c639c", found.Image.Sha256["vmlinuz"]);
    }

    [Theory]
    [InlineData("vmlinuz", "other!")]
    [InlineData("tools.ext4", "")]
    [InlineData("guest.json", "{")]
    [InlineData("guest.json", "{}")]
    [InlineData("guest.json", "[]")]
    public void A_guest_whose_files_are_not_as_they_were_made_is_broken(string file, string content)
    {
        Built("kernel");
        File.WriteAllText(Path.Combine(cache.Folder, "guests", Recipe.Key, file), content);

        var (guest, broken) = cache.Find(Recipe.Key);

        Assert.Null(guest);
        Assert.NotNull(broken);
        Assert.Null(cache.Newest());
    }

    [Fact]
    public void A_guest_that_lacks_a_file_is_broken()
    {
        Built("kernel");
        File.Delete(Path.Combine(cache.Folder, "guests", Recipe.Key, "tools.ext4"));

        Assert.NotNull(cache.Find(Recipe.Key).Broken);
    }

    [Fact]
    public void A_guest_takes_the_place_of_a_broken_one()
    {
        Built("one");
        File.WriteAllText(Path.Combine(cache.Folder, "guests", Recipe.Key, "vmlinuz"), "broken");
        Built("two");

        Assert.Equal("two", File.ReadAllText(cache.Find(Recipe.Key).Guest!.Image.Kernel));
        Assert.Equal([Path.Combine(cache.Folder, "guests")], Directory.GetDirectories(cache.Folder).Where(each => Directory.EnumerateFileSystemEntries(each).Any()));
    }

    [Fact]
    public void Nothing_is_found_where_nothing_was_built() => Assert.Equal((null, null, null), (cache.Find(Recipe.Key).Guest, cache.Find(Recipe.Key).Broken, cache.Newest()));

    [Fact]
    public async Task One_build_waits_for_the_other_and_removes_what_dead_ones_left()
    {
        var first = cache.Lock(Token);
        var left = cache.NewWork();
        var second = Task.Run(() => cache.Lock(Token).Dispose(), Token);

        Assert.NotSame(second, await Task.WhenAny(second, Task.Delay(TimeSpan.FromSeconds(1), Token)));
        Assert.True(Directory.Exists(left));

        first.Dispose();
        await second.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.False(Directory.Exists(left));
    }

    [Fact]
    public void Waiting_for_another_build_can_be_called_off()
    {
        using var first = cache.Lock(Token);
        using var calledOff = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        Assert.Throws<OperationCanceledException>(() => cache.Lock(calledOff.Token));
    }

    public void Dispose() => folder.Dispose();

    private void Built(string kernel)
    {
        using var held = cache.Lock(Token);
        var work = cache.NewWork();
        foreach (var (name, text) in new[] { ("vmlinuz", kernel), ("initramfs.cpio.gz", "i"), ("tools.ext4", "t"), ("recipe.txt", Recipe.Text) })
        {
            File.WriteAllText(Path.Combine(work, name), text);
        }

        var guest = CachedGuest.Written(Recipe, work);
        guest.WriteList();
        cache.Adopt(guest);
    }
}
