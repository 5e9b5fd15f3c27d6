using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tutor.Courses;
using Tutor.Sources;

namespace Tutor.Data.Configurations;

internal sealed class SourceConfiguration : IEntityTypeConfiguration<Source>
{
    public void Configure(EntityTypeBuilder<Source> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(s => s.CourseId);
        builder.HasIndex(s => new { s.CourseId, s.Sha256 }).IsUnique();
        builder.HasIndex(s => new { s.State, s.CreatedAt });
        builder.Property(s => s.Failure).HasJson();
        builder.Property(s => s.Notes).HasJson();
    }
}

internal sealed class SourceBlockConfiguration : IEntityTypeConfiguration<SourceBlock>
{
    public void Configure(EntityTypeBuilder<SourceBlock> builder)
    {
        builder.HasKey(b => new { b.SourceId, b.Ordinal });
        builder.HasOne<Source>().WithMany().HasForeignKey(b => b.SourceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(b => new { b.SourceId, b.Page });
        builder.Property(b => b.Block).HasJson();
    }
}

internal sealed class ChunkConfiguration : IEntityTypeConfiguration<Chunk>
{
    public void Configure(EntityTypeBuilder<Chunk> builder)
    {
        builder.HasOne<Source>().WithMany().HasForeignKey(c => c.SourceId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(c => new { c.SourceId, c.Ordinal }).IsUnique();
        builder.HasIndex(c => c.CourseId);
        builder.Property(c => c.Headings).HasJson();
        builder.Property(c => c.Parts).HasJson();
        builder.Property(c => c.Lines).HasJson();
        builder.Ignore(c => c.IndexedText);
    }
}
