using System.Text.RegularExpressions;

namespace Tutor.Tutoring;

/// <summary>Greetings and thanks: they ask for nothing the material could answer, and are no gap in it.</summary>
internal static partial class SmallTalk
{
    /// <returns>A word back; null for what is a question.</returns>
    public static string? AnswerTo(string text)
    {
        var said = text.Trim();
        if (Greeting().IsMatch(said)) return "Hello! Ask me about anything in this course; I answer from its material and show you the page.";
        if (Thanks().IsMatch(said)) return "You are welcome. Ask on whenever you like.";
        if (Bye().IsMatch(said)) return "Goodbye. Your questions and answers stay here for you.";
        return Self().IsMatch(said) ? "I am the tutor of this course. I answer questions from its material, show the page each answer rests on, and say so where the material does not cover something." : null;
    }

    private const string Tail = @"(,? (there|tutor|everyone|all|again|so much|very much|a lot|for (that|your help|the help)|you))*[\s!.…:)]*$";

    [GeneratedRegex(@"^(hi|hello|hey|hiya|howdy|good (morning|afternoon|evening|day)|greetings|moin|hallo|hola)" + Tail, RegexOptions.IgnoreCase)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^((ok(ay)?|great|cool|perfect|nice|good|got it|i see|alright)[,.!]? ?)?(thanks?( you)?|thx|ty|cheers|ok(ay)?|great|cool|perfect|nice|got it|i see|alright|understood|yes|no|good( job)?|well done)" + Tail, RegexOptions.IgnoreCase)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"^((good)?bye( bye)?|see you( later)?|good night|ciao)" + Tail, RegexOptions.IgnoreCase)]
    private static partial Regex Bye();

    [GeneratedRegex(@"^((who|what) are you|what can (you|i) (do|ask)( you)?( here)?|how (do|does) (you|this|it) work|are you (a |an )?(human|bot|robot|ai|person|real)|help( me)?)[\s?!.]*$", RegexOptions.IgnoreCase)]
    private static partial Regex Self();
}
