using System.Security.Cryptography;
using System.Text;

namespace Tutor.Data;

/// <summary>Ids made from what they name, so that doing a thing twice makes it once: UUID version 8 (RFC 9562, section 5.8) over SHA-256.</summary>
public static class NamedGuid
{
    /// <param name="scope">The name space, usually the id of the parent.</param>
    public static Guid Create(Guid scope, string name)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        using (var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256))
        {
            sha.AppendData(scope.ToByteArray(bigEndian: true));
            sha.AppendData(Encoding.UTF8.GetBytes(name));
            sha.GetHashAndReset(hash);
        }
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80); // variant of RFC 9562
        return new Guid(hash[..16], bigEndian: true);
    }
}
