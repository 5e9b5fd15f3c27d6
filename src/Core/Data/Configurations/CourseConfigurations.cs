using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tutor.Courses;
using Tutor.People;
using Tutor.Review;

namespace Tutor.Data.Configurations;

internal sealed class CourseStaffConfiguration : IEntityTypeConfiguration<CourseStaff>
{
    public void Configure(EntityTypeBuilder<CourseStaff> builder)
    {
        builder.HasKey(s => new { s.CourseId, s.UserId });
        builder.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId);
        builder.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
    }
}

internal sealed class EnrollmentConfiguration : IEntityTypeConfiguration<Enrollment>
{
    public void Configure(EntityTypeBuilder<Enrollment> builder)
    {
        builder.HasIndex(e => new { e.CourseId, e.UserId }).IsUnique();
        builder.HasOne<Course>().WithMany().HasForeignKey(e => e.CourseId);
        builder.HasOne<User>().WithMany().HasForeignKey(e => e.UserId);
    }
}

internal sealed class ModuleConfiguration : IEntityTypeConfiguration<Module>
{
    public void Configure(EntityTypeBuilder<Module> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(m => m.CourseId);
        builder.HasIndex(m => new { m.CourseId, m.Position });
        // Not a foreign key: a module outlives the chunks of a source that was deleted.
        builder.Property(m => m.ChunkIds).HasJson();
    }
}

internal sealed class PublicationConfiguration : IEntityTypeConfiguration<Publication>
{
    public void Configure(EntityTypeBuilder<Publication> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(p => p.CourseId);
        builder.HasIndex(p => new { p.CourseId, p.Number }).IsUnique();
        builder.HasMany(p => p.Modules).WithOne().HasForeignKey(m => m.PublicationId);
    }
}

internal sealed class PublishedModuleConfiguration : IEntityTypeConfiguration<PublishedModule>
{
    public void Configure(EntityTypeBuilder<PublishedModule> builder)
    {
        builder.HasKey(m => new { m.PublicationId, m.ModuleId });
        builder.HasMany(m => m.Revisions).WithOne().HasForeignKey(r => new { r.PublicationId, r.ModuleId });
        builder.HasIndex(m => m.ModuleId);
    }
}

internal sealed class PublishedRevisionConfiguration : IEntityTypeConfiguration<PublishedRevision>
{
    public void Configure(EntityTypeBuilder<PublishedRevision> builder)
    {
        builder.HasKey(r => new { r.PublicationId, r.ModuleId, r.RevisionId });
        builder.HasOne(r => r.Revision).WithMany().HasForeignKey(r => r.RevisionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ReviewableConfiguration : IEntityTypeConfiguration<Reviewable>
{
    public void Configure(EntityTypeBuilder<Reviewable> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(r => r.CourseId);
        builder.HasMany(r => r.Revisions).WithOne().HasForeignKey(r => r.ReviewableId);
        builder.HasIndex(r => new { r.ModuleId, r.Kind, r.Position });
        builder.HasIndex(r => new { r.CourseId, r.State });
    }
}

internal sealed class RevisionConfiguration : IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.HasIndex(r => new { r.ReviewableId, r.Number }).IsUnique();
        builder.Property(r => r.Checks).HasJson();
    }
}

internal sealed class DecisionConfiguration : IEntityTypeConfiguration<Decision>
{
    public void Configure(EntityTypeBuilder<Decision> builder) =>
        builder.HasOne<Reviewable>().WithMany().HasForeignKey(d => d.ReviewableId);
}
