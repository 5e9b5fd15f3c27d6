using Tutor.Review;

namespace Tutor.Web;

/// <summary>What can be wrong with a question, in words.</summary>
public static class FlagWords
{
    public static string Of(FlagKind kind) => kind switch
    {
        FlagKind.WrongKey => "The marked answer is not right",
        FlagKind.SeveralRight => "More than one answer is right",
        FlagKind.Unclear => "It cannot be understood",
        FlagKind.NotInMaterial => "The material says nothing of it",
        _ => "Something else",
    };
}
