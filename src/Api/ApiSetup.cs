using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Tutor.Chats;
using Tutor.Courses;
using Tutor.Health;
using Tutor.Http;
using Tutor.Learning;
using Tutor.Models;
using Tutor.OpenApi;
using Tutor.People;
using Tutor.Review;
using Tutor.Sources;
using Tutor.Work;

namespace Tutor;

/// <summary>REST under /api/v1. The rules that hold for every call stand here, once.</summary>
public static class ApiSetup
{
    /// <summary>Bytes of a JSON body; uploads have their own limit.</summary>
    public const int MaxJsonBytes = 1 << 20;

    public static IServiceCollection AddTutorApi(this IServiceCollection services)
    {
        services.AddAntiforgery(o => o.HeaderName = "RequestVerificationToken");
        services.ConfigureHttpJsonOptions(o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));
        // A body or parameter that cannot be bound becomes an exception, so that it can be explained.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddScoped<IAuthorizationHandler, CourseRuleHandler>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RuleAnswers>();
        services.AddScoped<WrittenOnDemand>().AddSingleton<PreparedLessons>();
        HealthApi.Add(services);
        ApiDocument.Add(services);
        return services;
    }

    /// <summary>Problem documents for whatever fails under the API's addresses. Comes before authentication, which asks the database.</summary>
    public static IApplicationBuilder UseTutorApiProblems(this IApplicationBuilder app) => ProblemAnswers.Use(SwaggerPages.Use(app));

    public static IEndpointRouteBuilder MapTutorApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api/v1")
            .RequireAuthorization()
            .AddEndpointFilter(ForgeryFilter.CheckAsync)
            .WithMetadata(new RequestSizeLimitAttribute(MaxJsonBytes))
            .Refuses(RefusalKind.SignedOut, RefusalKind.Unavailable);
        AccountsApi.Map(api);
        SessionsApi.Map(api);
        MeApi.Map(api);
        AuditApi.Map(api);
        CoursesApi.Map(api);
        SearchApi.Map(api);
        EnrollmentsApi.Map(api);
        JoinLinksApi.Map(api);
        InvitationsApi.Map(api);
        InstructorsApi.Map(api);
        ModulesApi.Map(api);
        ObjectivesApi.Map(api);
        ItemsApi.Map(api);
        ReviewsApi.Map(api);
        PublicationsApi.Map(api);
        SourcesApi.Map(api);
        ReplacementsApi.Map(api);
        SourceContentApi.Map(api);
        PassagesApi.Map(api);
        EmbeddingApi.Map(api);
        EventsApi.Map(api);
        GenerationsApi.Map(api);
        LessonsApi.Map(api);
        QuizzesApi.Map(api);
        ProgressApi.Map(api);
        ChatsApi.Map(api);
        MessagesApi.Map(api);
        HintsApi.Map(api);
        QuestionsApi.Map(api);
        InsightApi.Map(api);
        UsageApi.Map(api);
        ForecastApi.Map(api);
        HealthApi.Map(app);
        app.MapOpenApi();
        return app;
    }
}
