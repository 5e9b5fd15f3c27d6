using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tutor.Artefacts;
using Tutor.Courses;
using Tutor.Work;

namespace Tutor.Data.Configurations;

internal sealed class GenerationConfiguration : IEntityTypeConfiguration<Generation>
{
    public void Configure(EntityTypeBuilder<Generation> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(g => g.CourseId);
        builder.HasIndex(g => new { g.State, g.CreatedAt });
        builder.Property(g => g.Failure).HasJson();
        builder.Property(g => g.Notice).HasJson();
    }
}

internal sealed class ArtefactConfiguration : IEntityTypeConfiguration<Artefact>
{
    public void Configure(EntityTypeBuilder<Artefact> builder)
    {
        builder.HasKey(a => a.Key);
        builder.Property(a => a.Checks).HasJson();
    }
}
