using Xunit;

namespace Tutor.Chats;

public sealed class ClusteringQuestions
{
    [Fact]
    public void Puts_wordings_of_one_question_together_and_the_most_asked_first()
    {
        var clusters = QuestionClusters.Of([.. new[]
        {
            "What is photosynthesis?", "How does photosynthesis work?", "explain photosynthesis please", "Who won the world cup?", "When was the world cup won?", "Is chlorophyll green?",
        }.Select((text, i) => new UncoveredQuestion { Id = Guid.NewGuid(), Text = text, CreatedAt = DateTimeOffset.UnixEpoch.AddMinutes(-i) })]);

        Assert.Equal([3, 2, 1], clusters.Select(c => c.Count));
        Assert.Contains("photosynthesis", clusters[0].Text, StringComparison.Ordinal);
        Assert.Equal(2, clusters[0].Others.Count);
        Assert.Equal(DateTimeOffset.UnixEpoch, clusters[0].Last);
    }

    [Fact]
    public void Of_none_there_are_none() => Assert.Empty(QuestionClusters.Of([]));
}
