using System.Collections.Frozen;

namespace Tutor.Language;

/// <summary>The function words of English and what they can be. WordNet has none of them.</summary>
internal static class ClosedClasses
{
    private const string Lists = """
        Determiner: a an the no every each either neither another any some all both half such this that these those many few several much more most less fewer enough certain various what which whose my your our their its his her
        Pronoun: i me you he him she her it we us they them who whom what someone somebody something anyone anybody anything everyone everybody everything nobody nothing one ones none other others another each both all some any many most few more this that these those such myself yourself himself herself itself ourselves themselves oneself mine yours hers ours theirs there either neither several
        Preposition: of in on at by for with from into onto upon about against among amongst amid around across after before behind below beneath beside besides between beyond despite during except inside outside over under through throughout toward towards within without via per like unlike near off out up down along since until till than as plus minus versus concerning regarding including following above past because_of according
        Conjunction: and or but nor & yet
        Subordinator: that which who whom whose because although though while whereas if unless when whenever where wherever whether since until till once why how as than before after so lest
        To: to
        Modal: can could may might must shall should will would cannot ought can't couldn't won't wouldn't shouldn't mustn't
        Be: is are was were am isn't aren't wasn't weren't
        Have: have has had haven't hasn't hadn't
        Do: do does did don't doesn't didn't
        Base: do have
        Nouns: people police
        NonFiniteBe: be been being
        Adverb: not never also too very so only just even still already often always sometimes usually generally typically rarely seldom ever again then thus therefore hence however moreover furthermore nevertheless nonetheless instead otherwise perhaps maybe quite rather almost nearly about more most less least much well now today here there together away back later soon once twice further further indeed likewise similarly consequently accordingly finally first second third next especially particularly particularly both either up out down off far enough yet else
        Number: one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million billion hundreds thousands millions dozen first second third fourth fifth
        Adjective: own same other different such many few several certain various first second third last next former latter more most less least due able likely
        """;

    /// <summary>Words whose listed parts compete unequally: share of the first-named over the others.</summary>
    private static readonly Dictionary<(string, Tag), float> Shares = new()
    {
        [("that", Tag.Subordinator)] = 4, [("that", Tag.Determiner)] = 1, [("that", Tag.Pronoun)] = 0.7f,
        [("this", Tag.Determiner)] = 3, [("these", Tag.Determiner)] = 4, [("those", Tag.Determiner)] = 1.5f, [("her", Tag.Determiner)] = 2,
        [("which", Tag.Subordinator)] = 5, [("what", Tag.Pronoun)] = 3, [("who", Tag.Subordinator)] = 6, [("as", Tag.Preposition)] = 2,
        [("since", Tag.Subordinator)] = 0.8f, [("than", Tag.Preposition)] = 2, [("before", Tag.Preposition)] = 1.2f, [("after", Tag.Preposition)] = 1.2f,
        [("so", Tag.Adverb)] = 2, [("once", Tag.Adverb)] = 1.2f, [("like", Tag.Preposition)] = 4, [("one", Tag.Number)] = 2, [("there", Tag.Pronoun)] = 1.5f,
        [("about", Tag.Preposition)] = 3, [("up", Tag.Preposition)] = 0.8f, [("such", Tag.Determiner)] = 1, [("such", Tag.Pronoun)] = 0.05f, [("such", Tag.Adjective)] = 1.5f,
        [("more", Tag.Adverb)] = 1.5f, [("most", Tag.Adverb)] = 1, [("more", Tag.Pronoun)] = 0.1f, [("most", Tag.Pronoun)] = 0.2f, [("all", Tag.Pronoun)] = 0.3f, [("some", Tag.Pronoun)] = 0.3f,
        [("many", Tag.Pronoun)] = 0.1f, [("each", Tag.Pronoun)] = 0.2f, [("both", Tag.Pronoun)] = 0.2f, [("both", Tag.Adverb)] = 0.3f, [("any", Tag.Pronoun)] = 0.1f, [("other", Tag.Pronoun)] = 0.05f,
        [("few", Tag.Pronoun)] = 0.1f, [("several", Tag.Pronoun)] = 0.05f, [("another", Tag.Pronoun)] = 0.15f, [("less", Tag.Adverb)] = 1, [("first", Tag.Adjective)] = 1.5f, [("second", Tag.Adjective)] = 1.5f, [("third", Tag.Adjective)] = 1.5f,
        [("do", Tag.Base)] = 0.5f, [("have", Tag.Base)] = 0.3f, [("yet", Tag.Conjunction)] = 0.4f, [("out", Tag.Adverb)] = 1.5f, [("off", Tag.Adverb)] = 1.2f, [("down", Tag.Adverb)] = 1.2f, [("over", Tag.Preposition)] = 3, [("past", Tag.Preposition)] = 0.3f,
    };

    public static FrozenDictionary<string, Reading[]> Words { get; } = Build();

    private static FrozenDictionary<string, Reading[]> Build()
    {
        var found = new Dictionary<string, List<Reading>>(StringComparer.Ordinal);
        foreach (var line in Lists.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var tag = Enum.Parse<Tag>(line[..colon].Trim());
            foreach (var word in line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal))
            {
                var list = found.TryGetValue(word, out var l) ? l : found[word] = [];
                list.Add(new Reading(tag, Lemma(word, tag), Shares.GetValueOrDefault((word, tag), 1)));
            }
        }
        return found.ToFrozenDictionary(w => w.Key, w => w.Value.ToArray(), StringComparer.Ordinal);
    }

    private static string Lemma(string word, Tag tag) => tag switch
    {
        Tag.Be or Tag.NonFiniteBe => "be",
        Tag.Have => "have",
        Tag.Nouns => word == "people" ? "people" : word,
        Tag.Do => "do",
        Tag.Modal when word == "cannot" => "can",
        _ => word,
    };
}

/// <summary>One thing a word can be.</summary>
/// <param name="Weight">Relative to the word's other readings.</param>
internal readonly record struct Reading(Tag Tag, string Lemma, float Weight);
