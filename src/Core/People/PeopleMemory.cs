using Microsoft.AspNetCore.Authentication;
using System.Security.Cryptography;
using System.Runtime.InteropServices;
using Tutor.Memory;

namespace Tutor.People;

/// <summary>What is held in memory of people, so that a request need not ask the database who its sender is.</summary>
public sealed class PeopleMemory(Changes changes)
{
    /// <summary>Sign-ins that are open, by session.</summary>
    internal Remembered<Guid, OpenSession> Sessions { get; } = new(changes, bytes: 350, mostBytes: 8 << 20);

    internal Remembered<Guid, Profile> Profiles { get; } = new(changes, bytes: 200, mostBytes: 4 << 20);

    /// <summary>What unsealed tokens say, by the token's hash: unsealing takes longer than all else of a read. Says nothing of whether the sign-in is still open.</summary>
    private readonly BoundedMemory<TokenHash, AuthenticationTicket> _tickets = new(mostBytes: 16 << 20);

    /// <summary>What a token says; null where it is none of ours.</summary>
    internal AuthenticationTicket? Unseal(string token, ISecureDataFormat<AuthenticationTicket> seal)
    {
        var hash = TokenHash.Of(token);
        if (_tickets.TryGet(hash, out var known)) return known;
        if (seal.Unprotect(token) is not { } ticket) return null;
        // Claims, their types and their texts; about three times what is sealed.
        _tickets.Put(hash, ticket, 500 + (6L * token.Length));
        return ticket;
    }

    private readonly record struct TokenHash(UInt128 First, UInt128 Second)
    {
        public static TokenHash Of(string token)
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            SHA256.HashData(MemoryMarshal.AsBytes(token.AsSpan()), hash);
            return MemoryMarshal.Read<TokenHash>(hash);
        }
    }
}

/// <param name="Stamp">The account's security stamp.</param>
internal sealed record OpenSession(Guid UserId, string? Stamp);
