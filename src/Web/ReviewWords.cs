using Tutor.Review;

namespace Tutor.Web;

/// <summary>States and kinds of what is reviewed, in words.</summary>
public static class ReviewWords
{
    public static string State(ReviewState state) => state switch
    {
        ReviewState.Proposed => "To review",
        ReviewState.Accepted => "Accepted",
        ReviewState.Edited => "Edited",
        _ => "Rejected",
    };

    /// <summary>Class of the state's badge.</summary>
    public static string Look(ReviewState state) => state switch
    {
        ReviewState.Proposed => "warn",
        ReviewState.Rejected => "bad",
        _ => "good",
    };

    /// <summary>"Rejected: badly worded".</summary>
    public static string Verdict(Decision decision)
    {
        var words = decision.Verdict switch { Review.Verdict.Accept => "Accepted", Review.Verdict.Edit => "Edited", _ => "Rejected" };
        if (decision.Reason is { Length: > 0 } reason) words += $": {reason}";
        return decision.UndoneAt is null ? words : $"{words} (taken back)";
    }

    /// <summary>"Cause to effect".</summary>
    public static string Kind(string kind)
    {
        var words = kind.Replace('-', ' ');
        return words.Length == 0 ? "Question" : char.ToUpperInvariant(words[0]) + words[1..];
    }
}
