using System.Text.RegularExpressions;
using Tutor.Chats;

namespace Tutor.Tutoring;

/// <summary>Reads a question that leans on the conversation ("and why?", "what about the second one?") as one that stands alone.</summary>
internal static partial class FollowUps
{
    /// <summary>With more words of its own a question says what it is about, also where an "it" is in it.</summary>
    private const int FewWords = 2;

    /// <param name="before">What was said before, oldest first.</param>
    /// <returns>The question with what it leans on; as it is where it stands alone, or nothing was said.</returns>
    public static string Read(string text, IReadOnlyList<ChatMessage> before)
    {
        var asked = before.LastOrDefault(m => m.Speaker == Speaker.Learner && SmallTalk.AnswerTo(m.Text) is null);
        if (asked is null) return text;
        var answer = before.LastOrDefault(m => m.Number > asked.Number && m.Speaker == Speaker.Tutor)?.Answer;
        if (Place().Match(text) is { Success: true } place && Members(asked, answer) is { Count: > 1 } members && PlaceOf(place, members.Count) is { } n) return $"What is {members[n]}?";
        var own = QuestionWords.Of(text).Where(w => !QuestionWords.IsAsking(w)).ToList();
        var leans = Opens().IsMatch(text) ? own.Count <= FewWords : own.Count == 0 || (own.Count <= FewWords && Pronoun().IsMatch(text));
        if (!leans) return text;
        var topic = TopicOf(asked);
        if (topic.Length == 0) return text;
        // "What about punishment?" asks the same of another thing; "and why?" another thing of the same.
        if (About().Match(text) is { Success: true } about && own.Count > 0) return QuestionReader.Read(asked.Reading ?? asked.Text).Kind == QuestionKind.Definition ? $"What is {about.Groups["x"].Value.TrimEnd('?', '.', ' ')}?" : $"{about.Groups["x"].Value.TrimEnd('?', '.', ' ')} ({topic})";
        var rest = Pronoun().IsMatch(text) ? Pronoun().Replace(text, topic, 1) : $"{text.TrimEnd('?', '.', '!', ' ')} ({topic})";
        return Lead().Replace(rest, "");
    }

    /// <summary>What the question before was about.</summary>
    private static string TopicOf(ChatMessage asked)
    {
        var read = QuestionReader.Read(asked.Reading ?? asked.Text);
        return read.Topics.Count > 0 ? string.Join(" and ", read.Topics) : QuestionWords.Plain(read.Text);
    }

    /// <summary>The things told of in a row: a list of the answer, the two sides of a comparison, or "a, b, and c" in a sentence.</summary>
    private static List<string> Members(ChatMessage asked, TutorAnswer? answer)
    {
        var items = (answer?.Sentences ?? []).Where(s => s.IsItem).Select(s => NameOf(s.Text)).ToList();
        if (items.Count > 1) return items;
        var read = QuestionReader.Read(asked.Reading ?? asked.Text);
        if (read.Topics.Count > 1) return [.. read.Topics];
        foreach (var sentence in answer?.Sentences ?? [])
            if (Row().Match(sentence.Text) is { Success: true } row) return [.. row.Groups["m"].Captures.Select(c => NameOf(c.Value))];
        return [];
    }

    private static string NameOf(string text) => text.Split(':', 2)[0].Trim().TrimEnd('.', ';', ',');

    private static int? PlaceOf(Match match, int count)
    {
        var word = match.Groups["n"].Value.ToLowerInvariant();
        var n = word switch
        {
            "first" or "1st" or "one" or "1" or "former" => 0,
            "second" or "2nd" or "two" or "2" => 1,
            "third" or "3rd" or "three" or "3" => 2,
            "fourth" or "4th" or "four" or "4" => 3,
            "fifth" or "5th" or "five" or "5" => 4,
            _ => count - 1,
        };
        return n < count ? n : null;
    }

    [GeneratedRegex(@"\b(the (?<n>first|second|third|fourth|fifth|last|former|latter|1st|2nd|3rd|4th|5th)( one| of (them|these|those)| type| kind| stage| step| point)?|number (?<n>one|two|three|four|five|[1-5]))\s*[?.!]*$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Place();

    [GeneratedRegex(@"^(and|but|so|also|or)\b|^(why|how so|how come|how|when|where|who|really|more|go on|continue|tell me more|explain|what else|what about|how about|for example|an? example|such as|like what|which ones?|can you (explain|give)|give me|in other words|simpler|shorter|and then|what then|what next)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Opens();

    [GeneratedRegex(@"\b(it|this|that|these|those|they|them|he|she|him|her|its|their|both|the former|the latter)\b(?! is\b.*\b(that|to)\b)", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"^(and |but |so )?(what|how) about (?<x>.+)$", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex(@"^(and|but|so|also|or),?\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lead();

    /// <summary>"schedules: a, b, c, and d", "are a, b, and c".</summary>
    [GeneratedRegex(@"(?<m>[\p{L}’'-]+( [\p{L}’'-]+){0,4})(, (?!and |or )(?<m>[\p{L}’'-]+( [\p{L}’'-]+){0,4}))+,? (and|or) (?<m>[\p{L}’'-]+( [\p{L}’'-]+){0,4})", RegexOptions.ExplicitCapture)]
    private static partial Regex Row();
}
