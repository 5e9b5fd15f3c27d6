namespace Tutor.Language;

/// <summary>
/// What two neighbours cannot tell. "The theory proposed by Freud" has no past tense; "can greatly affect" has a base form; "a culture that focuses on …" and
/// "the issues of urbanization play a role" have no verb unless a word that is mostly a noun is one.
/// </summary>
internal static class TagRepair
{
    public static void Repair(IReadOnlyList<Word> words, Reading[][] readings, int[] path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            RepairForm(words, readings, path, i);
        }
        var from = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i == path.Length || i > from && OpensClause(words, readings, path, i))
            {
                GiveVerb(readings, path, from, i, whole: false);
                from = i;
            }
        }
        GiveVerb(readings, path, 0, path.Length, whole: true);
    }

    private static void RepairForm(IReadOnlyList<Word> words, Reading[][] readings, int[] path, int i)
    {
        Tag At(int k) => k < 0 || k >= path.Length ? Tag.Mark : readings[k][path[k]].Tag;
        var before = i - 1;
        while (before >= 0 && At(before) == Tag.Adverb)
        {
            before--;
        }
        switch (At(i))
        {
            case Tag.Past when i + 1 < path.Length && words[i + 1].Text == "by":
            case Tag.Past when At(before) is Tag.Be or Tag.Have or Tag.NonFiniteBe:
                Switch(readings, path, i, Tag.Participle);
                break;
            case Tag.Past when At(i - 1) is Tag.Noun or Tag.Nouns && HasFiniteBefore(readings, path, i):
                Switch(readings, path, i, Tag.Participle);
                break;
            case Tag.Present when At(before) is Tag.Modal or Tag.To or Tag.Do:
                Switch(readings, path, i, Tag.Base);
                break;
            case Tag.Base when before >= 0 && At(before) is Tag.Noun or Tag.Nouns or Tag.Name or Tag.Pronoun or Tag.Subordinator or Tag.Adjective:
                Switch(readings, path, i, Tag.Present);
                break;
            case Tag.Nouns when i > 1 && words[i - 1].Text is "that" or "which" or "who" && At(i - 2) is Tag.Noun or Tag.Nouns or Tag.Gerund or Tag.Name or Tag.Mark:
                if (Switch(readings, path, i, Tag.Third))
                {
                    Switch(readings, path, i - 1, Tag.Subordinator);
                }
                break;
            case Tag.Determiner when words[i].Text == "that" && i > 0 && (At(i - 1) is Tag.Noun or Tag.Nouns or Tag.Gerund || At(i - 1) is Tag.Third or Tag.Present or Tag.Past or Tag.Base && At(i + 1) is Tag.Nouns or Tag.Name):
                Switch(readings, path, i, Tag.Subordinator);
                break;
        }
    }

    /// <summary>"a collection of data gathered by …": the clause has its verb already.</summary>
    private static bool HasFiniteBefore(Reading[][] readings, int[] path, int i)
    {
        for (var k = i - 1; k >= 0; k--)
        {
            var tag = readings[k][path[k]].Tag;
            if (tag is Tag.Subordinator or Tag.Conjunction or Tag.Mark or Tag.Pronoun)
            {
                return false;
            }
            if (IsFinite(tag))
            {
                return true;
            }
        }
        return false;
    }

    private static bool OpensClause(IReadOnlyList<Word> words, Reading[][] readings, int[] path, int i) =>
        readings[i][path[i]].Tag == Tag.Subordinator && words[i].Text is not ("as" or "than") || words[i].Text is "," or ";" or ":" or "—" or "(" or ")";

    /// <summary>A clause without a finite verb gets the likeliest one its words allow; a stretch that no subordinator opens may do without, a sentence may not.</summary>
    private static void GiveVerb(Reading[][] readings, int[] path, int from, int to, bool whole)
    {
        Tag At(int k) => k < 0 ? Tag.Start : k >= path.Length ? Tag.Mark : readings[k][path[k]].Tag;
        if (to - from < 3 || !whole && At(from) != Tag.Subordinator || Enumerable.Range(from, to - from).Any(k => IsFinite(At(k))))
        {
            return;
        }
        var (best, at, reading) = (-6f, -1, -1);
        for (var i = from + 1; i < to; i++)
        {
            if (At(i) is not (Tag.Noun or Tag.Nouns or Tag.Participle or Tag.Adjective or Tag.Base))
            {
                continue;
            }
            for (var r = 0; r < readings[i].Length; r++)
            {
                var tag = readings[i][r].Tag;
                if (tag is not (Tag.Present or Tag.Third or Tag.Past) || At(i - 1) is Tag.Determiner or Tag.Possessive or Tag.Preposition or Tag.To or Tag.Be or Tag.Have or Tag.NonFiniteBe)
                {
                    continue;
                }
                // A subject of the right number somewhere before it: "the issues of urbanization play".
                var before = Math.Max(0, from - 1);
                var fits = Enumerable.Range(before, i - before).Any(k => At(k) is Tag.Nouns or Tag.Pronoun && tag == Tag.Present || At(k) is Tag.Noun or Tag.Name or Tag.Gerund or Tag.Pronoun or Tag.Subordinator && tag == Tag.Third || tag == Tag.Past);
                var gain = readings[i][r].Weight + Transitions.LogShare(tag, At(i + 1)) - readings[i][path[i]].Weight - Transitions.LogShare(At(i), At(i + 1));
                if (fits && gain > best)
                {
                    (best, at, reading) = (gain, i, r);
                }
            }
        }
        if (at >= 0)
        {
            path[at] = reading;
        }
    }

    private static bool IsFinite(Tag tag) => tag is Tag.Present or Tag.Third or Tag.Past or Tag.Be or Tag.Have or Tag.Do or Tag.Modal;

    private static bool Switch(Reading[][] readings, int[] path, int i, Tag tag)
    {
        var other = Array.FindIndex(readings[i], r => r.Tag == tag);
        path[i] = other < 0 ? path[i] : other;
        return other >= 0;
    }
}
