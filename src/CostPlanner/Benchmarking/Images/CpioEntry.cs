using System.Text;

namespace CostPlanner.Benchmarking.Images;

/// <summary>A folder, a file or a link of an initramfs.</summary>
/// <param name="Name">Its path, without a leading slash.</param>
/// <param name="Mode">Kind and permissions, as stat has them.</param>
/// <param name="Content">The bytes of a file, the target of a link; empty for a folder.</param>
internal sealed record CpioEntry(string Name, int Mode, ReadOnlyMemory<byte> Content)
{
    private const int KindFolder = 0x4000;
    private const int KindFile = 0x8000;
    private const int KindLink = 0xA000;
    private const int ForAllToRead = 0x1A4;
    private const int ForAllToRun = 0x1ED;

    public bool IsFolder => (Mode & 0xF000) == KindFolder;

    public static CpioEntry Folder(string name) => new(name, KindFolder | ForAllToRun, default);

    public static CpioEntry File(string name, ReadOnlyMemory<byte> content) => new(name, KindFile | ForAllToRead, content);

    public static CpioEntry Program(string name, ReadOnlyMemory<byte> content) => new(name, KindFile | ForAllToRun, content);

    public static CpioEntry Link(string name, string target) => new(name, KindLink | 0x1FF, Encoding.UTF8.GetBytes(target));
}
