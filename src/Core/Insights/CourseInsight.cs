using System.Text.Json.Serialization;

namespace Tutor.Insights;

/// <summary>How a course's learners do with what is published. Whoever only tries it out as staff is not counted.</summary>
/// <param name="Learners">Enrolled.</param>
/// <param name="Active">Of them, who handed a quiz in within the time asked for.</param>
/// <param name="First">First answers of each learner to each question within that time.</param>
public sealed record CourseInsight(int Learners, int Active, Share First, IReadOnlyList<ModuleInsight> Modules)
{
    public IEnumerable<ItemInsight> Items => Modules.SelectMany(m => m.Objectives).SelectMany(o => o.Items);

    /// <summary>Questions that look wrong, the most plainly wrong first.</summary>
    public IEnumerable<ItemInsight> Doubtful => Items.Where(i => i.Doubts.Any(d => d.Kind != ItemDoubtKind.NobodyTakes)).OrderBy(i => i.Doubts.Min(d => d.Kind)).ThenBy(i => i.First.Part).ThenBy(i => i.Id);
}

public sealed record ModuleInsight(Guid Id, string Title, string Part, IReadOnlyList<ObjectiveInsight> Objectives);

/// <param name="Id">Null for questions that ask for no objective.</param>
/// <param name="Mastery">As of today, whatever the time asked for.</param>
public sealed record ObjectiveInsight(Guid? Id, string Text, MasterySpread Mastery, Share First, IReadOnlyList<ItemInsight> Items);

/// <summary>How many of the enrolled learners stand where with an objective.</summary>
/// <param name="Open">Have not answered a question about it.</param>
public sealed record MasterySpread(int Mastered, int Underway, int Weak, int Open)
{
    [JsonIgnore]
    public int All => Mastered + Underway + Weak + Open;
}

/// <param name="Position">In its module, from 1.</param>
/// <param name="First">Right at the learner's first answer.</param>
/// <param name="Omitted">First answers that left it out; they count as not right.</param>
/// <param name="Earlier">First answers to an earlier wording, which are not counted.</param>
public sealed record ItemInsight(
    Guid Id, int Position, string Stem, Share First, int Omitted, int Earlier, IReadOnlyList<ChoiceInsight> Choices, IReadOnlyList<ItemDoubt> Doubts);

public sealed record ChoiceInsight(string Text, bool IsKey, int Taken);

/// <summary>So many of so many people.</summary>
public readonly record struct Share(int Some, int All)
{
    /// <summary>Below this many people a percentage says more than there is to say.</summary>
    public const int Few = 5;

    [JsonIgnore]
    public bool IsFew => All < Few;

    /// <summary>0 to 1; 0 of nobody.</summary>
    [JsonIgnore]
    public double Part => All == 0 ? 0 : (double)Some / All;
}

/// <summary>What looks wrong with a question, plainest first.</summary>
public enum ItemDoubtKind
{
    /// <summary>Right less often than by guessing.</summary>
    BelowChance,

    /// <summary>Whoever does well in the rest of the quiz gets it wrong, and the other way round.</summary>
    StrongFail,

    /// <summary>A distractor is taken more often than the key.</summary>
    RatherTaken,

    /// <summary>A distractor that nobody takes does not distract.</summary>
    NobodyTakes,
}

/// <param name="Choice">Which choice it is about.</param>
public sealed record ItemDoubt(ItemDoubtKind Kind, string? Choice = null);
