using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tutor.Assessment;
using Tutor.Chats;
using Tutor.Courses;
using Tutor.People;

namespace Tutor.Data.Configurations;

internal sealed class ChatConfiguration : IEntityTypeConfiguration<Chat>
{
    public void Configure(EntityTypeBuilder<Chat> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(c => c.CourseId);
        builder.HasOne<User>().WithMany().HasForeignKey(c => c.LearnerId);
        builder.HasMany(c => c.Messages).WithOne().HasForeignKey(m => m.ChatId);
        builder.Property(c => c.Screen).HasJson();
    }
}

internal sealed class ChatMessageConfiguration : IEntityTypeConfiguration<ChatMessage>
{
    public void Configure(EntityTypeBuilder<ChatMessage> builder)
    {
        builder.ToTable("chat_messages");
        builder.HasIndex(m => new { m.ChatId, m.Number }).IsUnique();
        builder.Property(m => m.Screen).HasJson();
        builder.Property(m => m.Answer).HasJson();
    }
}

internal sealed class UncoveredQuestionConfiguration : IEntityTypeConfiguration<UncoveredQuestion>
{
    public void Configure(EntityTypeBuilder<UncoveredQuestion> builder)
    {
        builder.HasOne<Course>().WithMany().HasForeignKey(q => q.CourseId);
        builder.HasIndex(q => new { q.CourseId, q.CreatedAt });
    }
}

internal sealed class HintConfiguration : IEntityTypeConfiguration<Hint>
{
    public void Configure(EntityTypeBuilder<Hint> builder)
    {
        builder.HasKey(h => new { h.QuizId, h.ItemId, h.Step });
        builder.HasOne<Quiz>().WithMany().HasForeignKey(h => h.QuizId);
        builder.Property(h => h.Answer).HasJson();
    }
}
