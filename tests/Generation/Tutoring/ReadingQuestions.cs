using Tutor.Chats;
using Xunit;

namespace Tutor.Tutoring;

public sealed class ReadingQuestions
{
    [Theory]
    [InlineData("what is operant conditioning?", "Definition", "operant conditioning")]
    [InlineData("operant conditioning", "Definition", "operant conditioning")]
    [InlineData("Can you explain the concept of osmosis", "Definition", "osmosis")]
    [InlineData("What does DNA stand for?", "Definition", "DNA")]
    [InlineData("What is the difference between osmosis and diffusion?", "Comparison", "osmosis|diffusion")]
    [InlineData("osmosis vs diffusion", "Comparison", "osmosis|diffusion")]
    [InlineData("How does osmosis differ from diffusion?", "Comparison", "osmosis|diffusion")]
    [InlineData("What are the stages of sleep?", "Steps", "sleep")]
    [InlineData("What are the types of memory?", "List", "memory")]
    [InlineData("Why do leaves fall?", "Cause", "")]
    [InlineData("Who discovered the cell?", "Person", "")]
    [InlineData("When was the cell discovered?", "Quantity", "")]
    [InlineData("Give me an example of diffusion", "Example", "diffusion")]
    public void They_say_what_kind_of_answer_they_want(string text, string kind, string topics)
    {
        var read = QuestionReader.Read(text);

        Assert.Equal(kind, read.Kind.ToString());
        Assert.Equal(topics, string.Join('|', read.Topics));
    }

    [Theory]
    [InlineData("and why?", "why (osmosis)")]
    [InlineData("what about diffusion?", "What is diffusion?")]
    [InlineData("Give me an example of it", "Give me an example of osmosis")]
    [InlineData("How does a vacuole store water?", "How does a vacuole store water?")]
    public void What_leans_on_the_conversation_is_read_with_it(string text, string read) =>
        Assert.Equal(read, FollowUps.Read(text, [Asked(1, "What is osmosis?"), Told(2, "Osmosis is the movement of water.")]));

    [Theory]
    [InlineData("what about the second one?", "What is diffusion?")]
    [InlineData("explain the last one", "What is active transport?")]
    public void A_place_in_a_row_is_found_in_the_answer(string text, string read)
    {
        Assert.Equal(read, FollowUps.Read(text, [Asked(1, "Which transports are there?"), Told(2, "osmosis", "diffusion", "active transport")]));
        Assert.Equal(read, FollowUps.Read(text, [Asked(1, "Which transports are there?"), Told(2, "Transport is of three kinds: osmosis, diffusion, and active transport.")]));
    }

    private static ChatMessage Asked(int number, string text) => new() { Number = number, Speaker = Speaker.Learner, Text = text };

    private static ChatMessage Told(int number, params string[] sentences) => new()
    {
        Number = number, Speaker = Speaker.Tutor, Text = "", Answer = new TutorAnswer(AnswerKind.Answer, [.. sentences.Select(s => new AnswerSentence(s, [], sentences.Length > 1))], [], [], ""),
    };
}
