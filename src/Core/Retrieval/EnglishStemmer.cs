using System.Buffers;

namespace Tutor.Retrieval;

/// <summary>
/// The English stemmer of Snowball ("Porter2"), after its definition. Takes words in lower-case a to z; anything else comes back as it is.
/// Words of other languages in these letters lose at most an ending, the same one in text and query.
/// </summary>
public static class EnglishStemmer
{
    private static readonly Dictionary<string, string> s_irregular = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky", ["dying"] = "die", ["lying"] = "lie", ["tying"] = "tie",
        ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe", ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    private static readonly HashSet<string> s_wholeAfterPlural = new(StringComparer.Ordinal)
        { "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed" };

    private static readonly SearchValues<char> s_vowels = SearchValues.Create("aeiouy");

    private static readonly string[] s_longBeginnings = ["gener", "commun", "arsen"];

    // Of suffixes that end alike the longer stands first: the first that fits is the one that counts.
    private static readonly (string Suffix, string Instead)[] s_derivations =
    [
        ("ational", "ate"), ("ization", "ize"), ("fulness", "ful"), ("ousness", "ous"), ("iveness", "ive"), ("tional", "tion"), ("biliti", "ble"),
        ("lessli", "less"), ("entli", "ent"), ("ation", "ate"), ("alism", "al"), ("aliti", "al"), ("ousli", "ous"), ("iviti", "ive"), ("fulli", "ful"),
        ("enci", "ence"), ("anci", "ance"), ("abli", "able"), ("izer", "ize"), ("ator", "ate"), ("alli", "al"), ("bli", "ble"), ("ogi", "og"), ("li", ""),
    ];

    private static readonly (string Suffix, string Instead)[] s_adjectives =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ative", ""), ("ical", "ic"), ("ness", ""), ("ful", ""),
    ];

    private static readonly string[] s_endings =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

    public static string Stem(string word)
    {
        if (word.Length <= 2 || !word.All(char.IsAsciiLetterLower)) return word;
        if (s_irregular.TryGetValue(word, out var irregular)) return irregular;
        var w = new Word(word);
        Plural(ref w);
        if (s_wholeAfterPlural.Contains(w.Text)) return w.Text;
        PastAndParticiple(ref w);
        if (w.Text.Length > 2 && w.Text[^1] is 'y' or 'Y' && !Word.IsVowel(w.Text[^2])) w.Replace(1, "i");
        Derivation(ref w);
        Adjective(ref w);
        Ending(ref w);
        LastLetter(ref w);
        return w.Text.ToLowerInvariant();
    }

    private static void Plural(ref Word w)
    {
        if (w.Ends("sses")) w.Replace(2, "");
        else if (w.Ends("ied") || w.Ends("ies")) w.Replace(3, w.Text.Length > 4 ? "i" : "ie");
        else if (w.Ends("s") && !w.Ends("us") && !w.Ends("ss") && Word.HasVowel(w.Text.AsSpan(0, w.Text.Length - 2))) w.Replace(1, "");
    }

    private static void PastAndParticiple(ref Word w)
    {
        foreach (var suffix in (ReadOnlySpan<string>)["eedly", "eed"])
        {
            if (!w.Ends(suffix)) continue;
            if (w.InR1(suffix)) w.Replace(suffix.Length, "ee");
            return;
        }
        foreach (var suffix in (ReadOnlySpan<string>)["ingly", "edly", "ing", "ed"])
        {
            if (!w.Ends(suffix)) continue;
            if (Word.HasVowel(w.Text.AsSpan(0, w.Text.Length - suffix.Length))) AfterParticiple(ref w, suffix.Length);
            return;
        }
    }

    private static void AfterParticiple(ref Word w, int suffix)
    {
        w.Replace(suffix, "");
        if (w.Ends("at") || w.Ends("bl") || w.Ends("iz")) w.Replace(0, "e");
        else if (w.EndsDouble) w.Replace(1, "");
        else if (w.IsShort) w.Replace(0, "e");
    }

    private static void Derivation(ref Word w)
    {
        foreach (var (suffix, instead) in s_derivations)
        {
            if (!w.Ends(suffix)) continue;
            var before = w.Text.Length > suffix.Length ? w.Text[^(suffix.Length + 1)] : ' ';
            var fits = suffix switch { "ogi" => before == 'l', "li" => "cdeghkmnrt".Contains(before, StringComparison.Ordinal), _ => true };
            if (fits && w.InR1(suffix)) w.Replace(suffix.Length, instead);
            return;
        }
    }

    private static void Adjective(ref Word w)
    {
        foreach (var (suffix, instead) in s_adjectives)
        {
            if (!w.Ends(suffix)) continue;
            if (suffix == "ative" ? w.InR2(suffix) : w.InR1(suffix)) w.Replace(suffix.Length, instead);
            return;
        }
    }

    private static void Ending(ref Word w)
    {
        foreach (var suffix in s_endings)
        {
            if (!w.Ends(suffix)) continue;
            if (w.InR2(suffix) && (suffix != "ion" || w.Text[^4] is 's' or 't')) w.Replace(suffix.Length, "");
            return;
        }
    }

    private static void LastLetter(ref Word w)
    {
        if (w.Ends("e") && (w.InR2("e") || (w.InR1("e") && !Word.EndsInShortSyllable(w.Text.AsSpan(0, w.Text.Length - 1))))) w.Replace(1, "");
        else if (w.Ends("ll") && w.InR2("l")) w.Replace(1, "");
    }

    /// <summary>A word on its way to its stem. A y that is a consonant is written Y.</summary>
    private struct Word
    {
        private readonly int _r1, _r2;

        public Word(string word)
        {
            var letters = word.ToCharArray();
            for (var i = 0; i < letters.Length; i++)
                if (letters[i] == 'y' && (i == 0 || IsVowel(letters[i - 1]))) letters[i] = 'Y';
            Text = new string(letters);
            var text = Text;
            _r1 = Array.Find(s_longBeginnings, b => text.StartsWith(b, StringComparison.Ordinal))?.Length ?? RegionAfter(Text, 0);
            _r2 = RegionAfter(Text, _r1);
        }

        public string Text { get; private set; }

        public readonly bool EndsDouble => Text.Length > 1 && Text[^1] == Text[^2] && "bdfgmnprt".Contains(Text[^1], StringComparison.Ordinal);

        public readonly bool IsShort => _r1 >= Text.Length && EndsInShortSyllable(Text);

        public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

        public static bool HasVowel(ReadOnlySpan<char> text) => text.ContainsAny(s_vowels);

        public static bool EndsInShortSyllable(ReadOnlySpan<char> text) => text.Length switch
        {
            < 2 => false,
            2 => IsVowel(text[0]) && !IsVowel(text[1]),
            _ => !IsVowel(text[^1]) && text[^1] is not ('w' or 'x' or 'Y') && IsVowel(text[^2]) && !IsVowel(text[^3]),
        };

        public readonly bool Ends(string suffix) => Text.EndsWith(suffix, StringComparison.Ordinal);

        public readonly bool InR1(string suffix) => Text.Length - suffix.Length >= _r1;

        public readonly bool InR2(string suffix) => Text.Length - suffix.Length >= _r2;

        public void Replace(int letters, string with) => Text = string.Concat(Text.AsSpan(0, Text.Length - letters), with);

        /// <summary>Where the part after the first consonant that follows a vowel begins.</summary>
        private static int RegionAfter(string text, int from)
        {
            for (var i = from + 1; i < text.Length; i++)
                if (!IsVowel(text[i]) && IsVowel(text[i - 1])) return i + 1;
            return text.Length;
        }
    }
}
