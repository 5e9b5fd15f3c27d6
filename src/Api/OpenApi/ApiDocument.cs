using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Tutor.OpenApi;

/// <summary>The API's document, OpenAPI 3.1: what the framework finds in the handlers, with examples, the security scheme and a word on the conventions.</summary>
internal static class ApiDocument
{
    private const string Bearer = "bearer";

    public static IServiceCollection Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer(DescribeAsync);
        options.AddOperationTransformer(SecureAsync);
        options.AddOperationTransformer(ShowExamplesAsync);
        options.AddOperationTransformer(OrderAnswersAsync);
    });

    private static Task DescribeAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Tutor",
            Version = "1",
            Description = """
                Turns an instructor's material into a personal course.

                Ids are UUIDs, times are ISO 8601 in UTC. Errors are problem documents (RFC 9457) with a stable `type` and a `detail` that says what to do.
                What belongs to other people is 404. Lists come in pages of 100: pass `next` back as `cursor`.
                A 202 carries a `Location` with the state of the work: `queued`, `running`, `ready` or `failed`.
                """,
        };
        // The address the document was asked at says nothing about where the API lives for its readers.
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "The accessToken of POST /api/v1/sessions.",
        };
        return Task.CompletedTask;
    }

    private static Task SecureAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAuthorizeData>().Any() && !metadata.OfType<IAllowAnonymous>().Any())
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
        return Task.CompletedTask;
    }

    private static Task ShowExamplesAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var json = context.ApplicationServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        var body = context.Description.ParameterDescriptions.FirstOrDefault(p => p.Source == BindingSource.Body)?.Type;
        Show(operation.RequestBody?.Content, body, json);
        foreach (var answer in context.Description.SupportedResponseTypes)
            if (operation.Responses?.TryGetValue(StatusOf(answer), out var response) == true)
            {
                Show(response.Content, answer.Type, json);
                if (Problems.Of(answer.StatusCode) is { } problem && response.Content?.TryGetValue(Problems.MediaType, out var media) == true) media.Example = problem;
            }
        return Task.CompletedTask;
    }

    private static Task OrderAnswersAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var ordered = new OpenApiResponses();
        foreach (var (status, answer) in (operation.Responses ?? []).OrderBy(r => r.Key, StringComparer.Ordinal)) ordered.Add(status, answer);
        operation.Responses = ordered;
        // Optional for the binder, so that its absence can be explained.
        if (operation.Parameters?.OfType<OpenApiParameter>().FirstOrDefault(p => p.Name == "Idempotency-Key") is { } key) key.Required = true;
        return Task.CompletedTask;
    }

    private static string StatusOf(ApiResponseType answer) => answer.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Show(IDictionary<string, OpenApiMediaType>? content, Type? type, JsonSerializerOptions json)
    {
        if (content is null || type is null || ExampleOf(type, json) is not { } example) return;
        foreach (var (name, media) in content)
            if (name.EndsWith("json", StringComparison.Ordinal))
                media.Example = example;
    }

    private static JsonNode? ExampleOf(Type type, JsonSerializerOptions json) =>
        Array.Exists(type.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IExample<>))
            ? JsonSerializer.SerializeToNode(type.GetProperty("Example", BindingFlags.Public | BindingFlags.Static)!.GetValue(null), type, json)
            : null;
}
