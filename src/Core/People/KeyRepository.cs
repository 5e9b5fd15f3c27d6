using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Data;

namespace Tutor.People;

/// <summary>A key that seals cookies and tokens, so that every web process can open what another has sealed.</summary>
public sealed class ProtectionKey
{
    public Guid Id { get; init; }
    public required string Name { get; init; }
    public required string Xml { get; init; }
    public DateTimeOffset CreatedAt { get; init; }
}

internal sealed class KeyRepository(IServiceScopeFactory scopes, TimeProvider clock) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var scope = scopes.CreateScope();
        return [.. scope.ServiceProvider.GetRequiredService<TutorDb>().Set<ProtectionKey>().AsNoTracking().OrderBy(k => k.CreatedAt).Select(k => k.Xml).AsEnumerable().Select(XElement.Parse)];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var scope = scopes.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<TutorDb>();
        db.Add(new ProtectionKey { Id = Guid.CreateVersion7(), Name = friendlyName, Xml = element.ToString(SaveOptions.DisableFormatting), CreatedAt = clock.Now() });
        db.SaveChanges();
    }
}
