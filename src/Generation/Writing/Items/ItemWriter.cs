using Tutor.Checks;
using Tutor.Facts;

namespace Tutor.Writing;

/// <summary>Writes multiple-choice items from a course's facts. Holds indexes of the whole course: make one for all modules.</summary>
public sealed class ItemWriter
{
    /// <summary>Below it a teacher throws most items away.</summary>
    private const double FewestConfidence = 0.34;

    /// <summary>What is said of a term makes a worse question than what the term is: it has to be surer.</summary>
    private const double FewestForProperty = 0.40;

    private readonly FactTable _table;
    private readonly TermKeys _keys;
    private readonly TermBook _terms;
    private readonly Distractors _distractors;
    private readonly CourseMeaning _meaning;
    private readonly TermNatures _natures;
    private readonly ItemAssembly _assembly;
    private readonly ItemChecks _checks;

    /// <param name="sourceNames">Names of the course's sources, for citations.</param>
    /// <param name="checks">Checks over the same course, where the caller has them already.</param>
    public ItemWriter(FactTable table, IReadOnlyDictionary<Guid, string> sourceNames, ItemChecks? checks = null)
    {
        _table = table;
        _keys = new TermKeys(table.Lexicon);
        _terms = new TermBook(table);
        _natures = new TermNatures(table.Lexicon, _keys, _terms);
        _meaning = new CourseMeaning(table, _keys, _natures);
        _distractors = new Distractors(new OptionPool(table, _terms, _keys, _natures), _meaning, _terms);
        _assembly = new ItemAssembly(sourceNames);
        _checks = checks ?? new ItemChecks(new CourseEvidence(table.Chunks));
    }

    /// <summary>A pool for a module: surest first, spread over sections, headings, kinds and objectives. Sections with few facts get fewer.</summary>
    /// <param name="sections">The module's sections.</param>
    /// <param name="objectives">The module's objectives.</param>
    /// <param name="count">At most so many.</param>
    public IReadOnlyList<ItemDraft> Write(IReadOnlyList<Section> sections, IReadOnlyList<ObjectiveDraft> objectives, int count) => WriteAll(sections, objectives, count).Items;

    /// <summary>The same, with an account of what was not kept and why.</summary>
    public ItemYield WriteAll(IReadOnlyList<Section> sections, IReadOnlyList<ObjectiveDraft> objectives, int count)
    {
        var facts = sections.SelectMany(s => _table.FactsOf(s)).ToList();
        var losses = new SortedDictionary<ItemLoss, int>();
        var drafts = new List<ItemDraft>();
        var questions = 0;
        foreach (var question in facts.SelectMany(Questions))
        {
            questions++;
            if (Draft(question, objectives, out var loss) is { } draft)
            {
                drafts.Add(draft);
            }
            else
            {
                losses[loss] = losses.GetValueOrDefault(loss) + 1;
            }
        }
        var taken = new ItemChoice(drafts).Take(count);
        if (taken.Count < Math.Min(count, drafts.Count))
        {
            losses[ItemLoss.Repeated] = drafts.Count - taken.Count;
        }
        return new ItemYield(taken, facts.Count, questions, losses);
    }

    private IEnumerable<Question> Questions(Fact fact) => _meaning.IsOfTheMoment(fact) || _meaning.IsLocal(fact) && !IsTaughtHere(fact) || fact.Kind is FactKind.Property or FactKind.Cause && fact.Pattern != "table-row" && IsPassing(fact) ? [] :
        DefinitionQuestions.Find(fact, _terms, _natures)
            .Concat(PropertyQuestions.Find(fact, _terms, _natures))
            .Concat(ComparisonQuestions.Find(fact, _keys))
            .Concat(RowQuestions.Find(fact, _keys))
            .Concat(TableQuestions.Find(fact, _terms, _natures))
            .Concat(ClaimQuestions.Find(fact, _natures));

    /// <summary>A word that stands everywhere is yet defined somewhere: here, and in so many words ("a hypothesis is a …").</summary>
    private bool IsTaughtHere(Fact fact) => fact.Kind == FactKind.Definition && fact.Article != "the" && fact.Statement.Split(' ')[0] is "a" or "an" or "any" && _terms.Find(fact.Key)?.Section.Index == fact.Section.Index && ReferenceEquals(_terms.DefinitionOf(fact.Key), fact);

    /// <summary>Said in passing: of a thing that is everywhere, of a group of people, or of somebody's own.</summary>
    private bool IsPassing(Fact fact) => CourseMeaning.IsOwned(fact) || _meaning.IsBroad(fact.Key) || _natures.IsPerson(fact.Key);

    private ItemDraft? Draft(Question question, IReadOnlyList<ObjectiveDraft> objectives, out ItemLoss loss)
    {
        loss = ItemLoss.Copied;
        if (SelfCheck.IsCopied(question))
        {
            return null;
        }
        loss = ItemLoss.NoDistractors;
        foreach (var set in _distractors.Find(question))
        {
            loss = ItemLoss.Refused;
            var body = _assembly.Assemble(question, set.Options);
            if (_checks.Check(body).Any(c => !c.Passed))
            {
                continue;
            }
            loss = ItemLoss.Unsure;
            var sure = Confidence(question, set);
            return sure < FewestOf(question) ? null : new ItemDraft(body, question.Fact.Section, question.Fact, ObjectiveOf(question.Fact, objectives), Math.Round(sure, 4));
        }
        return null;
    }

    private static double FewestOf(Question question) => question.Fact.Kind is FactKind.Property or FactKind.Cause && question.Fact.Pattern != "table-row" ? FewestForProperty : FewestConfidence;

    /// <summary>How likely a teacher keeps it: the fact is sure, its distractors are of its topic and stand against it.</summary>
    private double Confidence(Question question, DistractorSet set)
    {
        var home = set.Options.Average(o => _meaning.AtHome(o, question.Fact.Section));
        return Math.Clamp(0.5 * question.Sure + 0.2 * home + 0.4 * set.Near - (set.Options.Count < 3 ? 0.15 : 0), 0, 1);
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
