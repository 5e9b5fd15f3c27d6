namespace Tutor.Access;

/// <summary>What each route answers to whom. A route that is not in here fails the walk.</summary>
/// <param name="Body">JSON for calls that take a body; names in braces are filled in like those of the path.</param>
/// <param name="Expected">Statuses for: nobody, a stranger, an enrolled learner, another course's instructor, the course's instructor, an admin.</param>
internal sealed record RouteCase(string Route, string Expected, string? Body = null)
{
    private const string Open = "201 201 201 201 201 201";

    // Whoever has no seat in the course is told that it does not exist; a learner who asks for what is staff's is told so.
    private static string Members(int ok) => $"401 404 {ok} 404 {ok} {ok}";

    private static string Staff(int ok) => $"401 404 403 404 {ok} {ok}";

    private static string SignedIn(int ok) => $"401 {ok} {ok} {ok} {ok} {ok}";

    // A quiz is the learner's own: staff and admins have no business in it.
    private static string Owner(int ok) => $"401 404 {ok} 404 404 404";

    public static IReadOnlyList<RouteCase> All { get; } =
    [
        new("POST /accounts", Open, """{"email":"{unique}@example.org","password":"lighthouse over calm water","name":"Ada"}"""),
        new("POST /sessions", "200 200 200 200 200 200", """{"email":"{learnerEmail}","password":"lighthouse over calm water"}"""),
        new("DELETE /sessions", SignedIn(204)),
        new("GET /me", SignedIn(200)),
        new("GET /audit", "401 403 403 403 403 200"),
        new("GET /me/export", SignedIn(200)),
        new("DELETE /me", SignedIn(400), """{"password":"not the password"}"""),
        new("GET /me/preferences", SignedIn(200)),
        new("PUT /me/preferences", SignedIn(200), """{"detail":"standard"}"""),
        new("POST /courses", "401 403 403 201 201 201", """{"title":"Another"}"""),
        new("GET /courses", SignedIn(200)),
        new("GET /search", SignedIn(400)), // nothing is looked for
        new("GET /courses/{courseId}", Members(200)),
        new("PATCH /courses/{courseId}", Staff(200), """{"description":"Changed"}"""),
        new("DELETE /courses/{courseId}", Staff(204)),
        new("POST /courses/{courseId}/enrollments", SignedIn(201), "{}"),
        new("GET /courses/{courseId}/enrollments", Staff(200)),
        new("DELETE /courses/{courseId}/enrollments/{userId}", Staff(204)),
        new("POST /enrollments", SignedIn(201), """{"token":"{joinToken}"}"""),
        new("GET /courses/{courseId}/join-link", Staff(200)),
        new("POST /courses/{courseId}/join-link", Staff(201)),
        new("DELETE /courses/{courseId}/join-link", Staff(204)),
        new("POST /courses/{courseId}/invitations", Staff(200), """{"people":"{unique}@example.org"}"""),
        new("GET /courses/{courseId}/invitations", Staff(200)),
        new("DELETE /courses/{courseId}/invitations/{invitationId}", Staff(204)),
        new("GET /courses/{courseId}/instructors", Staff(200)),
        new("POST /courses/{courseId}/instructors", Staff(201), """{"email":"{instructorEmail}"}"""),
        new("DELETE /courses/{courseId}/instructors/{userId}", Staff(204)),
        new("GET /courses/{courseId}/modules", Members(200)),
        new("POST /courses/{courseId}/modules", Staff(201), """{"title":"Another"}"""),
        new("PATCH /modules/{moduleId}", Staff(200), """{"title":"Changed"}"""),
        new("DELETE /modules/{moduleId}", Staff(204)),
        new("POST /modules/{moduleId}/joins", Staff(409)), // the only module of its course
        new("POST /modules/{moduleId}/splits", Staff(400), """{"chunkId":"{moduleId}"}"""),
        new("POST /modules/{moduleId}/objectives", Staff(422), """{"text":"Understand things"}"""),
        new("PATCH /objectives/{objectiveId}", Staff(200), """{"position":0}"""),
        new("DELETE /objectives/{objectiveId}", Staff(204)),
        new("GET /modules/{moduleId}/items", Staff(200)),
        new("POST /modules/{moduleId}/items", Staff(202), """{"count":3}"""),
        new("POST /modules/{moduleId}/lessons", Staff(202)),
        new("POST /courses/{courseId}/outlines", Staff(202)),
        new("GET /generations/{generationId}", Members(200)),
        new("DELETE /generations/{generationId}", Staff(204)),
        new("GET /reviews", "401 403 403 200 200 200"),
        new("GET /reviews/{reviewId}", Staff(200)),
        new("POST /reviews/{reviewId}/decisions", Staff(201), """{"verdict":"accept"}"""),
        new("DELETE /reviews/{reviewId}/decisions/{decisionId}", Staff(409)), // not a decision on this: nothing is undone
        new("POST /reviews/{reviewId}/answers", Staff(201), """{"answer":"It is right as it stands."}"""),
        new("POST /reviews/{reviewId}/restorations", Staff(201), """{"revisionId":"{revisionId}"}"""),
        new("POST /courses/{courseId}/publications", Staff(201)),
        new("GET /courses/{courseId}/publications", Staff(200)),
        new("GET /courses/{courseId}/publications/preview", Staff(200)),
        new("POST /courses/{courseId}/sources", Staff(400), "multipart"),
        new("GET /courses/{courseId}/sources", Staff(200)),
        new("GET /sources/{sourceId}", Members(200)),
        new("GET /sources/{sourceId}/text", Members(200)),
        new("GET /sources/{sourceId}/content", Members(200)),
        new("GET /sources/{sourceId}/replacements?by={sourceId}", Staff(409)), // a source does not replace itself
        new("POST /sources/{sourceId}/replacements", Staff(409), """{"by":"{sourceId}"}"""),
        new("POST /sources/{sourceId}/retries", Staff(202)),
        new("DELETE /sources/{sourceId}", Staff(204)),
        new("GET /courses/{courseId}/events", Staff(200)),
        new("GET /courses/{courseId}/passages?q=memory", Members(200)),
        new("GET /courses/{courseId}/embedding", Staff(200)),
        new("GET /modules/{moduleId}/lesson", Members(200)),
        new("GET /modules/{moduleId}/quiz", Members(200)),
        new("POST /quizzes/{quizId}/answers/{itemId}/explanations", Owner(409)),
        new("POST /quizzes/{quizId}/items/{itemId}/flags", Owner(201), """{"kind":"unclear"}"""),
        new("PUT /quizzes/{quizId}/answers/{itemId}", Owner(204), """{"choiceId":null}"""),
        new("POST /quizzes/{quizId}/attempts", Owner(201), """{"answers":{}}"""),
        new("GET /quizzes/{quizId}/attempts/{attemptId}", Owner(200)),
        new("POST /modules/{moduleId}/completions", Members(201)),
        new("GET /courses/{courseId}/dashboard", Members(200)),
        new("GET /courses/{courseId}/usage", Staff(200)),
        new("POST /courses/{courseId}/chats", Members(201), """{"screen":{"moduleId":"{moduleId}"}}"""),
        new("GET /courses/{courseId}/chats", Members(200)),
        new("GET /chats/{chatId}", Owner(200)),
        new("DELETE /chats/{chatId}", Owner(204)),
        new("POST /chats/{chatId}/messages", Owner(200), """{"text":"What is working memory?"}"""),
        new("POST /quizzes/{quizId}/hints/{itemId}", Owner(200), """{"step":"pointer"}"""),
        new("GET /courses/{courseId}/questions", Staff(200)),
        new("GET /courses/{courseId}/insight", Staff(200)),
        new("GET /courses/{courseId}/insight/learners", Staff(200)),
        new("GET /courses/{courseId}/forecast", Staff(200)),
    ];

    public string Method => Route.Split(' ')[0];

    /// <summary>Without a query.</summary>
    public string Pattern => Route.Split(' ')[1].Split('?')[0];
}
