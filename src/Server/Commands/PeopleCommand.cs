using System.Security.Cryptography;
using Tutor.People;

namespace Tutor.Commands;

/// <summary><c>people add EMAIL ROLE</c>: the first admin or instructor, where there is no demo. Somebody new gets a password, printed once.</summary>
internal static class PeopleCommand
{
    public static async Task<int> AddAsync(IServiceProvider services, string email, string role, CancellationToken ct)
    {
        using var scope = services.CreateScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var password = RandomNumberGenerator.GetString("abcdefghijkmnpqrstuvwxyz23456789", 20);
        var created = await accounts.CreateAsync(email, password, email.Split('@')[0], ct);
        var granted = await accounts.GrantAsync(email, role, ct);
        if (!granted.Succeeded(out _, out var refusal))
        {
            await Console.Error.WriteLineAsync(refusal.Detail);
            return ServerCommands.Failed;
        }
        Console.WriteLine(created.Refusal is null ? $"{email} can sign in as {role} with the password {password}" : $"{email} is now {role}; the password stays as it is.");
        return 0;
    }
}
