using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Tutor.Facts;
using Tutor.Language;

namespace Tutor.Writing;

/// <summary>What terms are: the noun they end in, the noun they are defined by, and the class of things these belong to.</summary>
internal sealed partial class TermNatures
{
    /// <summary>"a type of memory" is a memory.</summary>
    private static readonly FrozenSet<string> s_empty = "type kind form sort class category variety subtype branch example part one aspect set".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>WordNet's lexicographer files, joined where textbooks do not part them: happenings, thoughts and words, states, things.</summary>
    private static readonly int[] s_wide = [0, 0, 0, 0, 1, 4, 4, 3, 4, 2, 2, 1, 3, 4, 5, 6, 3, 4, 7, 1, 4, 8, 1, 9, 9, 4, 3, 4, 9];

    private const int Person = 18;

    /// <summary>What is done, thought or felt: textbooks set these beside one another, and things, groups, places and times beside none of them.</summary>
    private static bool IsIdea(int noun) => s_wide[noun] is 1 or 2 or 3;

    private readonly Lexicon _lexicon;
    private readonly TermKeys _keys;
    private readonly Dictionary<string, Nature> _natures = new(StringComparer.Ordinal);
    private readonly TermBook _terms;
    private readonly SentenceReader _reader;

    public TermNatures(Lexicon lexicon, TermKeys keys, TermBook terms)
    {
        _lexicon = lexicon;
        _keys = keys;
        _terms = terms;
        _reader = new SentenceReader(lexicon);
    }

    private sealed record Nature(string Head, string? Genus, int Class);

    /// <summary>From -1 (a person against a thing) to 1 (one head or one genus): whether two terms are things of one sort.</summary>
    public double Kinship(string a, string b)
    {
        var (x, y) = (Of(a), Of(b));
        if (x.Class > 0 && y.Class > 0 && x.Class == Person != (y.Class == Person))
        {
            return -1;
        }
        var near = 0.0;
        if (x.Head == y.Head && (a.Contains(' ', StringComparison.Ordinal) || b.Contains(' ', StringComparison.Ordinal)))
        {
            near = 0.6;
        }
        if (x.Genus is { } g && y.Genus is { } h && (g == h || _lexicon.Nouns.AreSisters(g, h)))
        {
            near = Math.Max(near, g == h ? 0.6 : 0.4);
        }
        else if (near == 0 && _lexicon.Nouns.AreSisters(x.Head, y.Head))
        {
            near = 0.4;
        }
        if (x.Class == 0 || y.Class == 0)
        {
            return near;
        }
        return near + (x.Class == y.Class ? 0.2 : s_wide[x.Class] == s_wide[y.Class] ? 0.1 : near > 0 ? 0 : IsIdea(x.Class) && IsIdea(y.Class) ? -0.15 : -0.5);
    }

    /// <summary>A description must open with the noun that says what the thing is: not "concerned with …", "lower than …".</summary>
    public bool IsDescribed(Option option) => option.Form.Kind != OptionKind.Description || !Lopsided().IsMatch(option.Text) && !IsRow(option.Text) && GenusOf(option.Text) is not null && IsComplete(option.Text);

    /// <summary>"manuals, requirements, and signs": instances in a row, and nothing that says what they have in common.</summary>
    private bool IsRow(string description)
    {
        var tokens = _reader.ReadOne(description).Tokens;
        var end = NounPhrases.EndOf(tokens, 0);
        return end > 0 && end < tokens.Count && tokens[end].Text == "," && !tokens.Skip(end).Any(t => t.Lower is "that" or "which" or "who" or "whom" or "whose");
    }

    public bool IsPerson(string key) => Of(key).Class == Person;

    /// <summary>"travel along the canal and strike the membrane": a verb behind "and" that would have to be turned with the first.</summary>
    public bool HasSecondVerb(string predicate)
    {
        var words = predicate.Split(' ');
        return Enumerable.Range(2, Math.Max(0, words.Length - 2)).Any(i => words[i - 1] is "and" or "or" && _lexicon.UseOf(words[i].TrimEnd(',')) is var use && use.Verb > use.Noun && use.Verb > use.Adjective);
    }

    /// <summary>Every "that", "which", "when" of the words has its verb: a fact cut too early has none.</summary>
    public bool IsComplete(string words)
    {
        var tokens = _reader.ReadOne(words).Tokens;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Lower is "that" or "which" or "who" or "whom" or "whose" or "when" or "where" or "because" or "while" or "although" or "if" or "whether" && !(tokens[i].Is("that") && i + 1 < tokens.Count && tokens[i + 1].IsNominal) && !tokens.Skip(i + 1).Any(t => t.IsFinite || t.Tag is PartOfSpeech.Verb or PartOfSpeech.Auxiliary))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>A view is a clause with its verb: "certain features of the message" states nothing.</summary>
    public bool IsStated(Option option) => option.Form.Kind != OptionKind.View || _reader.ReadOne(option.Text).Tokens.Any(t => t.IsFinite) && IsComplete(option.Text);

    /// <summary>A row's label that can be asked about: one noun phrase, not "severe" or "pays attention easily".</summary>
    public bool IsNamed(string label) => NumberOf(label) is not null;

    /// <summary>What the text gives an article is a noun there ("a depressant"), whatever the dictionary says of it.</summary>
    public bool IsNamed(Fact fact) => fact.Article.Length > 0 && !fact.Term.Contains(' ', StringComparison.Ordinal) || IsNamed(fact.Term);

    /// <summary>True where a noun phrase is plural, false where it is singular, null where the words are no noun phrase.</summary>
    public bool? NumberOf(string words)
    {
        var tokens = _reader.ReadOne(words).Tokens;
        var end = NounPhrases.EndOf(tokens, 0);
        if (end == 0 || end < tokens.Count && tokens[end].Lower is not ("of" or "in" or "for" or "and" or "/") || tokens.Any(t => t.IsFinite && t.Tag is PartOfSpeech.Auxiliary or PartOfSpeech.Verb))
        {
            return null;
        }
        var head = tokens[end - 1];
        var use = _lexicon.UseOf(head.Lower);
        if (use.Known && use.Noun < use.Adjective && head.Lemma == head.Lower)
        {
            return null;
        }
        return head.Form == WordForm.Plural || tokens.Any(t => t.Lower == "and");
    }

    /// <summary>The noun a definition names first ("process by which …"); null where it opens with none.</summary>
    public string? GenusOf(string statement)
    {
        var tokens = _reader.ReadOne(statement).Tokens;
        for (var from = 0; from < tokens.Count;)
        {
            var end = NounPhrases.EndOf(tokens, from);
            if (end == from)
            {
                return null;
            }
            // "person having origins in …": the noun before an -ing form that goes on is the head.
            var ing = Enumerable.Range(from, end - from).FirstOrDefault(i => i > from && i + 1 < tokens.Count && tokens[i].Is(PartOfSpeech.Gerund) && tokens[i - 1].IsNominal && i + 1 < end, end);
            end = ing;
            var head = _keys.Word(tokens[end - 1].Lower);
            if (!s_empty.Contains(head) || end + 1 >= tokens.Count || tokens[end].Lower != "of")
            {
                return head;
            }
            from = end + 1;
        }
        return null;
    }

    /// <summary>The dictionary keeps "person" itself among its topmost nouns, and "people" among groups.</summary>
    private int ClassOf(string noun) => noun is "person" or "individual" or "people" or "someone" ? Person : _lexicon.Nouns.ClassOf(noun);

    private Nature Of(string key)
    {
        if (!_natures.TryGetValue(key, out var nature))
        {
            _natures[key] = nature = Read(key);
        }
        return nature;
    }

    private Nature Read(string key)
    {
        var words = key.Split(' ');
        var of = Array.FindIndex(words, 1, Math.Max(0, words.Length - 1), w => w is "of" or "in" or "for" or "to");
        var head = words[of > 0 ? of - 1 : ^1];
        var genus = _terms.DefinitionOf(key) is { } fact ? GenusOf(fact.Statement) : null;
        var own = ClassOf(key) is > 0 and var k ? k : ClassOf(head);
        var kind = genus is null ? own : ClassOf(genus);
        // A hormone is no person, though it is a chemical messenger.
        return new Nature(head, genus, kind == 0 || kind == Person && own != 0 ? own : kind);
    }

    /// <summary>"less expensive but powerful drug": against something the option does not name.</summary>
    [GeneratedRegex(@"^(?:less|more|least|most|another|other|better|worse|(?:larg|small|great|low|high|strong|weak|new|old|young|long|short|fast|slow|eas|hard|simpl|broad|narrow|deep|clos|wid)i?er)\b|^\w+ \w+ but\b", RegexOptions.IgnoreCase)]
    private static partial Regex Lopsided();
}
