using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Tutor.Courses;
using Tutor.Http;
using Tutor.Insights;
using Tutor.OpenApi;

namespace Tutor.Learning;

/// <summary>How a course's learners do, for its staff.</summary>
internal static class InsightApi
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var insight = api.MapGroup("/courses/{courseId:guid}/insight").WithTags("Learning");
        insight.MapGet("", GetAsync).WithSummary("How learners do, by objective and question of the newest publication")
            .WithDescription("Shares are `some` of `all` people; `first` counts each learner's first answer to a question. days: only answers of the last so many days (1 to 3650); mastery is always as of now. doubts: belowChance, strongFail, ratherTaken, nobodyTakes.")
            .ForStaff(CourseThing.Course).Refuses(RefusalKind.Invalid);
        insight.MapGet("/learners", LearnersAsync).WithSummary("Every learner's progress; who needs help comes first")
            .WithDescription("need: stuck, falling, away, notStarted, or null.").ForStaff(CourseThing.Course);
    }

    private static async Task<Results<Ok<InsightView>, Refused>> GetAsync(CourseSeat seat, InsightReader insight, CancellationToken ct, int? days = null)
    {
        if (days is null or (>= 1 and <= InsightReader.MaxDays)) return TypedResults.Ok(InsightView.Of(await insight.OfCourseAsync(seat, days, ct)));
        var inputs = new Inputs();
        inputs.Add("days", $"Days must be from 1 to {InsightReader.MaxDays}; leave them out for all.");
        return inputs.Refusal!.ToResult();
    }

    private static async Task<Ok<LearnerInsightListView>> LearnersAsync(CourseSeat seat, InsightReader insight, CancellationToken ct) =>
        TypedResults.Ok(new LearnerInsightListView(await insight.LearnersAsync(seat, ct)));
}

public sealed record ShareView(int Some, int All)
{
    internal static ShareView Of(Share share) => new(share.Some, share.All);
}

public sealed record ItemInsightView(Guid ItemId, string Stem, ShareView First, int Omitted, int Earlier, IReadOnlyList<ChoiceInsight> Choices, IReadOnlyList<ItemDoubt> Doubts);

/// <param name="ObjectiveId">Null for questions that ask for no objective.</param>
public sealed record ObjectiveInsightView(Guid? ObjectiveId, string Text, MasterySpread Mastery, ShareView First, IReadOnlyList<ItemInsightView> Items);

public sealed record ModuleInsightView(Guid ModuleId, string Title, IReadOnlyList<ObjectiveInsightView> Objectives);

public sealed record InsightView(int Learners, int Active, ShareView First, IReadOnlyList<ModuleInsightView> Modules) : IExample<InsightView>
{
    public static InsightView Example { get; } = new(31, 24, new ShareView(310, 402), [new ModuleInsightView(
        Examples.Id(6), "Working memory", [new ObjectiveInsightView(Examples.Id(7), "Explain what limits working memory", new MasterySpread(12, 6, 3, 10), new ShareView(40, 62), [new ItemInsightView(
            Examples.Id(9), "How many chunks does working memory hold at a time?", new ShareView(9, 24), 1, 0,
            [new ChoiceInsight("About four", true, 9), new ChoiceInsight("About forty", false, 14)], [new ItemDoubt(ItemDoubtKind.RatherTaken, "About forty")])])])]);

    internal static InsightView Of(CourseInsight insight) => new(insight.Learners, insight.Active, ShareView.Of(insight.First), [.. insight.Modules.Select(m => new ModuleInsightView(
        m.Id, m.Title, [.. m.Objectives.Select(o => new ObjectiveInsightView(o.Id, o.Text, o.Mastery, ShareView.Of(o.First),
            [.. o.Items.Select(i => new ItemInsightView(i.Id, i.Stem, ShareView.Of(i.First), i.Omitted, i.Earlier, i.Choices, i.Doubts))]))]))]);
}

public sealed record LearnerInsightListView(IReadOnlyList<LearnerInsight> Learners) : IExample<LearnerInsightListView>
{
    public static LearnerInsightListView Example { get; } = new(
        [new LearnerInsight(Examples.Id(1), "Ada Lovelace", "ada@example.org", Examples.Time, 3, 5, Examples.Time, 7, 1, new LearnerNeed(LearnerNeedKind.Stuck, "Explain what limits working memory", 8))]);
}
