using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Tutor.Artefacts;
using Tutor.Assessment;
using Tutor.Auditing;
using Tutor.Chats;
using Tutor.Courses;
using Tutor.Courses.Joining;
using Tutor.Learning;
using Tutor.People;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor.Data;

/// <summary>The database. Vectors are not mapped: the passage search alone knows them.</summary>
public sealed class TutorDb(DbContextOptions<TutorDb> options) : IdentityDbContext<User, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Course> Courses => Set<Course>();
    public DbSet<CourseStaff> CourseStaff => Set<CourseStaff>();
    public DbSet<Enrollment> Enrollments => Set<Enrollment>();
    public DbSet<JoinLink> JoinLinks => Set<JoinLink>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<Source> Sources => Set<Source>();
    public DbSet<SourceBlock> SourceBlocks => Set<SourceBlock>();
    public DbSet<Chunk> Chunks => Set<Chunk>();
    public DbSet<Module> Modules => Set<Module>();
    public DbSet<Reviewable> Reviewables => Set<Reviewable>();
    public DbSet<Revision> Revisions => Set<Revision>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Publication> Publications => Set<Publication>();
    public DbSet<Artefact> Artefacts => Set<Artefact>();
    public DbSet<Generation> Generations => Set<Generation>();
    public DbSet<Quiz> Quizzes => Set<Quiz>();
    public DbSet<Attempt> Attempts => Set<Attempt>();
    public DbSet<Mastery> Mastery => Set<Mastery>();
    public DbSet<Completion> Completions => Set<Completion>();
    public DbSet<Reading> Readings => Set<Reading>();
    public DbSet<Flag> Flags => Set<Flag>();
    public DbSet<Chat> Chats => Set<Chat>();
    public DbSet<ChatMessage> ChatMessages => Set<ChatMessage>();
    public DbSet<UncoveredQuestion> UncoveredQuestions => Set<UncoveredQuestion>();
    public DbSet<Hint> Hints => Set<Hint>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Conventions.Add(_ => new SnakeCaseConvention());
        foreach (var type in new[] { typeof(SourceState), typeof(BlockKind), typeof(WorkState), typeof(GenerationKind), typeof(ReviewPolicy), typeof(EnrolmentPolicy), typeof(ModuleState), typeof(ReviewableKind), typeof(ReviewState), typeof(Verdict), typeof(Detail), typeof(LessonStyle), typeof(ExplanationTime), typeof(FlagKind), typeof(AuditKind), typeof(Speaker), typeof(HintStep) })
            configurationBuilder.Properties(type).HaveConversion<string>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(TutorDb).Assembly);
    }
}
