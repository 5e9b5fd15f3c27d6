using Tutor.Checks;
using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>Writes multiple-choice items from a course's facts. Holds indexes of the whole course: make one for all modules.</summary>
public sealed class ItemWriter
{
    /// <summary>Below it a teacher throws most items away.</summary>
    private const double FewestConfidence = 0.45;

    private readonly FactTable _table;
    private readonly TermKeys _keys;
    private readonly TermBook _terms;
    private readonly Distractors _distractors;
    private readonly CourseMeaning _meaning;
    private readonly ItemAssembly _assembly;
    private readonly ItemChecks _checks;

    /// <param name="sourceNames">Names of the course's sources, for citations.</param>
    /// <param name="checks">Checks over the same course, where the caller has them already.</param>
    public ItemWriter(FactTable table, IReadOnlyDictionary<Guid, string> sourceNames, ItemChecks? checks = null)
    {
        _table = table;
        _keys = new TermKeys(table.Lexicon);
        _terms = new TermBook(table);
        _meaning = new CourseMeaning(table, _keys);
        _distractors = new Distractors(new OptionPool(table, _terms, _keys), _meaning, _terms);
        _assembly = new ItemAssembly(sourceNames);
        _checks = checks ?? new ItemChecks(new CourseEvidence(table.Chunks));
    }

    /// <summary>A pool for a module: surest first, spread over sections, headings, kinds and objectives. Sections with few facts get fewer.</summary>
    /// <param name="sections">The module's sections.</param>
    /// <param name="objectives">The module's objectives.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<ItemDraft> Write(IReadOnlyList<Section> sections, IReadOnlyList<ObjectiveDraft> objectives, int count)
    {
        var drafts = sections.SelectMany(s => _table.FactsOf(s)).SelectMany(Questions).Select(q => Draft(q, objectives)).OfType<ItemDraft>().ToList();
        return new ItemChoice(drafts).Take(count);
    }

    private IEnumerable<Question> Questions(Fact fact) =>
        DefinitionQuestions.Find(fact, _terms)
            .Concat(PropertyQuestions.Find(fact, _terms))
            .Concat(ComparisonQuestions.Find(fact))
            .Concat(RowQuestions.Find(fact, _keys))
            .Concat(TableQuestions.Find(fact))
            .Concat(ClaimQuestions.Find(fact));

    private ItemDraft? Draft(Question question, IReadOnlyList<ObjectiveDraft> objectives)
    {
        foreach (var set in _distractors.Find(question))
        {
            var body = _assembly.Assemble(question, set);
            if (SelfCheck.IsCopied(question) || _checks.Check(body).Any(c => !c.Passed))
            {
                continue;
            }
            var home = set.Average(o => _meaning.AtHome(o, question.Fact.Section));
            var confidence = Math.Clamp(0.6 * question.Sure + 0.4 * home - (set.Count < 3 ? 0.15 : 0), 0, 1);
            if (confidence < FewestConfidence)
            {
                return null;
            }
            return new ItemDraft(body, question.Fact.Section, question.Fact, ObjectiveOf(question.Fact, objectives), Math.Round(confidence, 4));
        }
        return null;
    }

    private static int? ObjectiveOf(Fact fact, IReadOnlyList<ObjectiveDraft> objectives)
    {
        for (var i = 0; i < objectives.Count; i++)
        {
            if (objectives[i].Facts.Contains(fact))
            {
                return i;
            }
        }
        for (var i = 0; i < objectives.Count; i++)
        {
            if (objectives[i].Section.Index == fact.Section.Index && objectives[i].Facts.Any(f => f.Key == fact.Key))
            {
                return i;
            }
        }
        return null;
    }
}
