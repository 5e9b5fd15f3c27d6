using Microsoft.Extensions.DependencyInjection;
using Tutor.Assessment;
using Tutor.Auditing;
using Tutor.Chats;
using Tutor.Courses;
using Tutor.Courses.Differences;
using Tutor.Courses.Joining;
using Tutor.Insights;
using Tutor.Learning;
using Tutor.Review;
using Tutor.Sources;

namespace Tutor;

public static class CoreServices
{
    /// <summary>The use cases that the API and the pages share.</summary>
    public static IServiceCollection AddTutorUseCases(this IServiceCollection services) => services
        .AddSingleton<CourseMemory>().AddScoped<CourseReading>().AddScoped<CourseAccess>().AddScoped<CourseList>().AddScoped<CourseEditing>().AddScoped<Enrolling>()
        .AddScoped<JoinLinks>().AddScoped<Inviting>().AddScoped<CourseTeam>().AddScoped<InsightReader>().AddScoped<PublicationDiffs>().AddScoped<CourseSteps>().AddScoped<AuditReader>()
        .AddScoped<Outline>().AddScoped<ModuleEditing>().AddScoped<ModuleShaping>().AddScoped<Finding>().AddScoped<Replacing>().AddScoped<ObjectiveEditing>().AddScoped<Publishing>()
        .AddScoped<SourceReading>()
        .AddScoped<EditedBodies>().AddScoped<EvidenceFinder>().AddScoped<Reviewing>().AddScoped<ManyReviews>().AddScoped<ReviewQueue>().AddScoped<Flags>().AddScoped<ShortPools>().AddScoped<WhoWrote>()
        .AddSingleton<ItemBodies>().AddSingleton<ItemPools>().AddScoped<Quizzes>().AddScoped<SelfChecks>().AddScoped<Explanations>().AddScoped<Attempts>()
        .AddScoped<Completions>().AddScoped<Readings>().AddScoped<Dashboards>()
        .AddSingleton<ChatThrottle>().AddScoped<ChatQuotas>().AddScoped<ChatHistory>().AddScoped<Screens>().AddScoped<UncoveredQuestions>();
}
