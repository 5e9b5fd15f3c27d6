using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tutor.Auditing;
using Tutor.Courses;
using Tutor.Courses.Joining;

namespace Tutor.Data.Configurations;

internal sealed class JoinLinkConfiguration : IEntityTypeConfiguration<JoinLink>
{
    public void Configure(EntityTypeBuilder<JoinLink> builder)
    {
        builder.HasKey(l => l.CourseId);
        builder.HasOne<Course>().WithOne().HasForeignKey<JoinLink>(l => l.CourseId);
        builder.HasIndex(l => l.Token).IsUnique();
    }
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(i => i.CourseId);
        builder.HasIndex(i => new { i.CourseId, i.NormalizedEmail }).IsUnique();
        builder.HasIndex(i => i.NormalizedEmail);
    }
}

/// <summary>No foreign keys: what was done stays known when its course or its people are gone.</summary>
internal sealed class AuditEntryConfiguration : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasIndex(a => new { a.CreatedAt, a.Id });
        builder.HasIndex(a => new { a.CourseId, a.CreatedAt });
        builder.HasIndex(a => new { a.ActorId, a.CreatedAt });
        builder.HasIndex(a => new { a.PersonId, a.CreatedAt });
    }
}
