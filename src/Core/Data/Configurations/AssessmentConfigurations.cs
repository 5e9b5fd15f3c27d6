using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tutor.Assessment;
using Tutor.Courses;
using Tutor.Learning;
using Tutor.People;
using Tutor.Review;

namespace Tutor.Data.Configurations;

internal sealed class QuizConfiguration : IEntityTypeConfiguration<Quiz>
{
    public void Configure(EntityTypeBuilder<Quiz> builder)
    {
        builder.HasOne<User>().WithMany().HasForeignKey(q => q.LearnerId);
        builder.HasOne<Course>().WithMany().HasForeignKey(q => q.CourseId);
        // One quiz for a learner, module and publication, however often it is asked for at once (nulls: staff before the first publication).
        builder.HasIndex(q => new { q.LearnerId, q.ModuleId, q.PublicationId }).IsUnique().AreNullsDistinct(false);
        builder.HasMany(q => q.Items).WithOne().HasForeignKey(i => i.QuizId);
    }
}

internal sealed class QuizItemConfiguration : IEntityTypeConfiguration<QuizItem>
{
    public void Configure(EntityTypeBuilder<QuizItem> builder)
    {
        builder.HasKey(i => new { i.QuizId, i.ItemId });
        builder.HasOne(i => i.Revision).WithMany().HasForeignKey(i => i.RevisionId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AttemptConfiguration : IEntityTypeConfiguration<Attempt>
{
    public void Configure(EntityTypeBuilder<Attempt> builder)
    {
        builder.HasOne<Quiz>().WithMany().HasForeignKey(a => a.QuizId);
        builder.HasIndex(a => new { a.QuizId, a.IdempotencyKey }).IsUnique();
        builder.HasIndex(a => new { a.QuizId, a.Number }).IsUnique();
        builder.Property(a => a.Moves).HasJson();
        builder.HasMany(a => a.Answers).WithOne().HasForeignKey(a => a.AttemptId);
    }
}

internal sealed class AnswerConfiguration : IEntityTypeConfiguration<Answer>
{
    public void Configure(EntityTypeBuilder<Answer> builder) => builder.HasKey(a => new { a.AttemptId, a.ItemId });
}

internal sealed class MasteryConfiguration : IEntityTypeConfiguration<Mastery>
{
    public void Configure(EntityTypeBuilder<Mastery> builder)
    {
        builder.HasKey(m => new { m.LearnerId, m.ObjectiveId });
        builder.HasOne<User>().WithMany().HasForeignKey(m => m.LearnerId);
    }
}

internal sealed class CompletionConfiguration : IEntityTypeConfiguration<Completion>
{
    public void Configure(EntityTypeBuilder<Completion> builder)
    {
        builder.HasKey(c => new { c.LearnerId, c.ModuleId });
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.LearnerId);
        builder.HasOne<Course>().WithMany().HasForeignKey(c => c.CourseId);
    }
}

internal sealed class ReadingConfiguration : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.HasKey(r => new { r.LearnerId, r.ModuleId });
        builder.HasOne<User>().WithMany().HasForeignKey(r => r.LearnerId);
        builder.HasOne<Course>().WithMany().HasForeignKey(r => r.CourseId);
    }
}

internal sealed class FlagConfiguration : IEntityTypeConfiguration<Flag>
{
    public void Configure(EntityTypeBuilder<Flag> builder)
    {
        builder.HasOne<User>().WithMany().HasForeignKey(f => f.LearnerId);
        builder.HasOne<Reviewable>().WithMany().HasForeignKey(f => f.ItemId);
        builder.HasOne<Course>().WithMany().HasForeignKey(f => f.CourseId);
        builder.HasIndex(f => new { f.LearnerId, f.ItemId }).IsUnique().HasFilter("closed_at is null");
        builder.HasIndex(f => f.ItemId);
    }
}
