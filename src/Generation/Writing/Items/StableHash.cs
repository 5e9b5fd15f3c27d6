using System.Security.Cryptography;
using System.Text;

namespace Tutor.Writing;

/// <summary>Numbers and ids that are a function of content alone.</summary>
internal static class StableHash
{
    public static uint Of(string text) => BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text)), 0);

    public static Guid Id(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
