using System.Security.Cryptography;

namespace CostPlanner.Benchmarking.Images;

/// <summary>What a file is, short of its bytes.</summary>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its SHA-256, 64 hexadecimal digits in lower case.</param>
public sealed record CachedFile(long Bytes, string Sha256)
{
    /// <summary>That of a file on this machine.</summary>
    internal static CachedFile Of(string path)
    {
        using var stream = File.OpenRead(path);
        return new CachedFile(stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}
