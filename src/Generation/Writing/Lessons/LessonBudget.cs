using Tutor.Review;

namespace Tutor.Writing;

/// <summary>How many words a lesson has in each detail: standard about 370 for a section of 2,200 words, more in proportion for a short one; brief half of it, deep twice.</summary>
internal readonly record struct LessonBudget(int ModuleWords)
{
    private const double Base = 148, PerWord = 0.1;

    public int Of(Detail detail)
    {
        var standard = Math.Min(Base + (PerWord * ModuleWords), 0.5 * ModuleWords);
        return (int)(detail switch { Detail.Brief => standard / 2, Detail.Deep => Math.Min(standard * 2, 0.85 * ModuleWords), _ => standard });
    }
}
