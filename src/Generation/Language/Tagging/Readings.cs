namespace Tutor.Language;

/// <summary>What a word can be and how often, before its neighbours are looked at: lists, dictionary, irregular forms, endings.</summary>
internal sealed class Readings(Lexicon lexicon)
{
    // Shares of the forms of a verb and of a noun in running prose; they weigh "studies" (nouns) against "studies" (he studies).
    private const float PluralShare = 0.35f, SingularShare = 0.65f, BaseShare = 0.3f, PresentShare = 0.2f, ThirdShare = 0.2f, PastShare = 0.15f, ParticipleShare = 0.25f, GerundShare = 0.25f;

    private readonly Dictionary<string, Reading[]> _known = new(StringComparer.Ordinal);

    public Reading[] Of(string lower)
    {
        if (!_known.TryGetValue(lower, out var readings))
        {
            _known[lower] = readings = Normalize(Find(lower.Replace('’', '\'')));
        }
        return readings;
    }

    private static Reading[] Normalize(List<Reading> found)
    {
        var sum = found.Sum(r => r.Weight);
        return [.. found.Select(r => r with { Weight = MathF.Log(Math.Max(r.Weight / sum, 0.0005f)) })];
    }

    private List<Reading> Find(string word)
    {
        var found = new List<Reading>();
        if (ClosedClasses.Words.TryGetValue(word, out var closed))
        {
            found.AddRange(closed);
            return found;
        }
        if (char.IsDigit(word[0]) || (word.Length > 1 && word[0] is '$' or '€' or '£' && char.IsDigit(word[1])))
        {
            found.Add(new Reading(Tag.Number, word, 1));
            return found;
        }
        if (!char.IsLetter(word[0]))
        {
            found.Add(new Reading(word is "'s" or "'" ? Tag.Possessive : Tag.Mark, word, 1));
            return found;
        }
        AddFromDictionary(found, word);
        if (found.Count == 0 && word.LastIndexOf('-') is > 0 and var hyphen && hyphen < word.Length - 1)
        {
            AddCompound(found, word, word[(hyphen + 1)..]);
        }
        if (found.Count == 0)
        {
            AddByEnding(found, word);
        }
        return found;
    }

    private void AddFromDictionary(List<Reading> found, string word)
    {
        if (!lexicon.HasDictionary)
        {
            return;
        }
        var use = lexicon.UseOf(word);
        if (use.Noun > 0 && !(IsInflectedVerb(word) && use.Noun < 0.5f))
        {
            found.Add(new Reading(Tag.Noun, word, use.Noun * SingularShare));
        }
        if (use.Adjective > 0)
        {
            found.Add(new Reading(Tag.Adjective, word, use.Adjective));
        }
        if (use.Adverb > 0)
        {
            found.Add(new Reading(Tag.Adverb, word, use.Adverb));
        }
        if (use.Verb > 0)
        {
            found.Add(new Reading(Tag.Base, word, use.Verb * BaseShare));
            found.Add(new Reading(Tag.Present, word, use.Verb * PresentShare));
            if (lexicon.IsIrregularVerbForm(word) && lexicon.BaseOfVerb(word, []) == word)
            {
                found.Add(new Reading(Tag.Past, word, use.Verb * PastShare));
                found.Add(new Reading(Tag.Participle, word, use.Verb * ParticipleShare));
            }
        }
        if (lexicon.SingularOrNull(word) is { } singular && singular != word && (lexicon.UseOf(singular).Noun > 0))
        {
            found.Add(new Reading(Tag.Nouns, singular, lexicon.UseOf(singular).Noun * PluralShare));
        }
        AddVerbForms(found, word);
        if (lexicon.IrregularAdjective(word) is { } positive)
        {
            found.Add(new Reading(Tag.Adjective, positive, Math.Max(1, lexicon.UseOf(positive).Adjective * 0.1f)));
        }
        else if (found.Count == 0 && (word.EndsWith("er", StringComparison.Ordinal) || word.EndsWith("est", StringComparison.Ordinal)))
        {
            AddComparative(found, word);
        }
    }

    private bool IsInflectedVerb(string word) =>
        word.EndsWith("ed", StringComparison.Ordinal) && lexicon.BaseOfVerb(word, Endings.BasesOfPast(word)) is not null;

    private void AddVerbForms(List<Reading> found, string word)
    {
        if (word.EndsWith('s') && lexicon.BaseOfVerb(word, Endings.BasesOfThird(word), irregulars: false) is { } third)
        {
            found.Add(new Reading(Tag.Third, third, lexicon.UseOf(third).Verb * ThirdShare));
        }
        if (word.EndsWith("ing", StringComparison.Ordinal) && lexicon.BaseOfVerb(word, Endings.BasesOfGerund(word)) is { } gerund && gerund != word)
        {
            // "learning", "hearing": nouns of the dictionary that are -ing forms as well; one state serves both.
            found.RemoveAll(r => r.Tag == Tag.Noun);
            found.Add(new Reading(Tag.Gerund, gerund, Math.Max(lexicon.UseOf(gerund).Verb * GerundShare, lexicon.UseOf(word).Noun)));
        }
        else if (IsPastForm(word, out var stem))
        {
            var weight = Math.Max(lexicon.UseOf(stem).Verb, 0.5f);
            if (!word.EndsWith("wn", StringComparison.Ordinal) && !word.EndsWith("en", StringComparison.Ordinal))
            {
                found.Add(new Reading(Tag.Past, stem, weight * PastShare));
            }
            found.Add(new Reading(Tag.Participle, stem, weight * ParticipleShare));
        }
    }

    private bool IsPastForm(string word, out string stem)
    {
        var regular = word.EndsWith("ed", StringComparison.Ordinal) ? lexicon.BaseOfVerb(word, Endings.BasesOfPast(word)) : null;
        stem = regular ?? (lexicon.IsIrregularVerbForm(word) && !word.EndsWith('s') && !word.EndsWith("ing", StringComparison.Ordinal) ? lexicon.BaseOfVerb(word, []) : null) ?? "";
        return stem.Length > 0 && stem != word;
    }

    private void AddComparative(List<Reading> found, string word)
    {
        var cut = word.EndsWith("er", StringComparison.Ordinal) ? 2 : 3;
        foreach (var stem in new[] { word[..^cut], word[..^(cut - 1)], word[..^cut].TrimEnd('i') + "y" })
        {
            if (lexicon.UseOf(stem).Adjective > 0)
            {
                found.Add(new Reading(Tag.Adjective, stem, 1));
                return;
            }
        }
    }

    /// <summary>"well-being" and "age-related" go by their last part.</summary>
    private void AddCompound(List<Reading> found, string word, string last)
    {
        foreach (var reading in Find(last).Where(r => r.Tag is Tag.Noun or Tag.Nouns or Tag.Adjective or Tag.Participle or Tag.Gerund))
        {
            var tag = reading.Tag == Tag.Participle ? Tag.Adjective : reading.Tag;
            found.Add(new Reading(tag, string.Concat(word.AsSpan(0, word.Length - last.Length), reading.Lemma), reading.Weight + 0.1f));
        }
        found.Add(new Reading(Tag.Adjective, word, 0.8f));
    }

    private void AddByEnding(List<Reading> found, string word)
    {
        bool Ends(params string[] endings) => endings.Any(e => word.Length > e.Length + 2 && word.EndsWith(e, StringComparison.Ordinal));
        if (Ends("ly"))
        {
            found.Add(new Reading(Tag.Adverb, word, 1));
        }
        else if (Ends("ing"))
        {
            found.Add(new Reading(Tag.Gerund, word[..^3], 1));
        }
        else if (Ends("ed") || word == "known")
        {
            // Verbs that define are recognised without a dictionary as well.
            var stem = word switch { "known" => "know", "defined" => "define", "named" => "name", "described" => "describe", "divided" => "divide", "composed" => "compose", _ => word[..^2] };
            found.Add(new Reading(Tag.Past, stem, word == "known" ? 0.05f : 0.4f));
            found.Add(new Reading(Tag.Participle, stem, 0.6f));
        }
        else if (Ends("ous", "ful", "less", "ible", "able", "ical", "ial", "ual", "ive", "ary", "ic", "ish", "al"))
        {
            found.Add(new Reading(Tag.Adjective, word, 0.7f));
            found.Add(new Reading(Tag.Noun, word, 0.3f));
        }
        else if (lexicon.SingularOrNull(word) is { } singular && singular != word)
        {
            found.Add(new Reading(Tag.Nouns, singular, 0.8f));
            found.Add(new Reading(lexicon.HasDictionary ? Tag.Noun : Tag.Third, lexicon.HasDictionary ? word : singular, lexicon.HasDictionary ? 0.05f : 0.3f));
        }
        else
        {
            found.Add(new Reading(Tag.Noun, word, 0.8f));
            if (!lexicon.HasDictionary)
            {
                found.Add(new Reading(Tag.Base, word, 0.2f));
                found.Add(new Reading(Tag.Present, word, 0.15f));
                found.Add(new Reading(Tag.Adjective, word, 0.2f));
            }
        }
    }
}
