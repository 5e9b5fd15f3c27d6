using System.Globalization;

namespace Tutor.Language;

/// <summary>
/// Which part of speech follows which: shares in hundredths, set by hand after what any grammar of English prose says; what is not listed has
/// a share of 0.1. A tagged corpus would give better numbers; the decisions that matter here (noun or verb, past or participle) are settled by the large ones.
/// </summary>
internal static class Transitions
{
    private const string Shares = """
        Start: Determiner 22, Noun 11, Nouns 13, Name 8, Pronoun 15, Adjective 9, Preposition 13, Adverb 6, Subordinator 7, Gerund 3, Conjunction 2, Number 2, To 1, Participle .6, Base .5, Be .4, Do .4, Modal .4, Mark 2
        Determiner: Noun 47, Adjective 28, Nouns 10, Name 4, Gerund 2, Participle 3, Number 3, Adverb 2, Determiner 1, Preposition 1, Mark 1
        Possessive: Noun 55, Adjective 18, Nouns 18, Gerund 2, Participle 2, Number 1, Name 2
        Adjective: Noun 42, Nouns 24, Adjective 7, Conjunction 5, Mark 7, Preposition 5, Gerund 1, To 3, Name 2, Subordinator 2, Participle .3, Be .3, Third .1, Present .1, Adverb .4
        Noun: Preposition 24, Mark 20, Noun 12, Nouns 6, Be 7, Have 1.5, Do .6, Third 4, Past 3, Conjunction 6, Subordinator 4, To 2, Modal 2.5, Participle 2.2, Adverb 2, Present .2, Gerund 1, Adjective .4, Determiner .5, Pronoun .8, Possessive 3, Number .4, Name .2
        Nouns: Preposition 23, Mark 21, Be 6, Have 2, Do 1, Present 6, Past 3, Conjunction 8, Subordinator 6, To 2.5, Modal 3, Participle 3, Adverb 3, Gerund 1.5, Noun .5, Nouns .3, Adjective .8, Third .15, Determiner .6, Pronoun 1.5, Possessive 2
        Name: Name 24, Mark 26, Noun 6, Preposition 8, Past 6, Be 5, Have 1.5, Third 3, Conjunction 6, Nouns 3, Number 2, Modal 1, Possessive 6, Subordinator 2, Adverb 1, Participle .8, Present .6, Adjective .6
        Pronoun: Present 18, Past 14, Be 18, Have 5, Do 3, Modal 10, Third 7, Preposition 6, Mark 5, Adverb 6, To 2, Subordinator 2, Gerund .5, Determiner 1, Base .5, Adjective .8, Conjunction 1, Noun .1, Participle .4
        Base: Determiner 23, Preposition 14, Noun 8, Nouns 10, Adjective 8, Pronoun 8, Subordinator 6, To 6, Adverb 6, Mark 5, Gerund 2, Participle .6, Conjunction 2, Name 2, Number 1
        Present: Determiner 20, Preposition 15, Noun 7, Nouns 10, Adjective 8, Pronoun 5, Subordinator 8, To 8, Adverb 6, Mark 5, Gerund 2, Participle .5, Conjunction 2, Name 2, Number 1
        Third: Determiner 24, Preposition 15, Noun 8, Nouns 9, Adjective 8, Pronoun 5, Subordinator 8, To 7, Adverb 5, Mark 4, Gerund 2, Participle .6, Conjunction 2, Name 2, Number 1
        Past: Determiner 24, Preposition 17, Noun 6, Nouns 7, Adjective 7, Pronoun 6, Subordinator 9, To 6, Adverb 5, Mark 4, Gerund 2, Participle .6, Conjunction 2, Name 3, Number 2
        Participle: Preposition 38, Mark 9, To 7, Determiner 6, Noun 7, Nouns 6, Adverb 5, Conjunction 4, Subordinator 4, Adjective 3, Gerund 1, Name 1, Number 1
        Gerund: Determiner 14, Noun 17, Nouns 13, Preposition 15, Adjective 8, Mark 8, Pronoun 4, Conjunction 3, To 3, Subordinator 3, Adverb 3, Be 1.5, Third .7, Modal .5, Participle .8, Name 1, Number .5
        Modal: Base 50, NonFiniteBe 18, Have 4, Do .5, Adverb 15, Pronoun 3, Determiner 1, Preposition .5, Mark 1, Noun .3, Nouns .5
        Be: Determiner 18, Participle 22, Adjective 16, Adverb 13, Gerund 8, Preposition 7, Noun 5, Nouns 4, Pronoun 1.5, Subordinator 3, To 2, NonFiniteBe 1, Mark 1.5, Number 1.5, Name 1
        Have: Participle 33, Determiner 20, Adverb 10, NonFiniteBe 12, Noun 5, Nouns 6, Adjective 7, To 4, Pronoun 1, Number 1, Gerund .5
        Do: Adverb 30, Base 28, Pronoun 10, Determiner 10, Noun 4, Nouns 5, Adjective 2, Preposition 2, Mark 4, Subordinator 1
        NonFiniteBe: Participle 38, Determiner 12, Adjective 17, Adverb 7, Preposition 6, Noun 5, Nouns 3, Gerund 4, Mark 2, To 1, Subordinator 1
        Preposition: Determiner 31, Noun 16, Nouns 15, Adjective 13, Gerund 8, Name 6, Pronoun 4, Number 3, Subordinator 3, Adverb 1, Preposition 1, Participle 1, Mark .5
        Conjunction: Noun 17, Nouns 15, Determiner 12, Adjective 13, Base 6, Third 3, Present 4, Past 4, Participle 4, Gerund 6, Adverb 4, Preposition 4, Pronoun 4, Subordinator 2, Be 1, Have .7, Modal .7, Do .5, Name 5, To 2, Number 1, Mark 1
        Subordinator: Determiner 15, Pronoun 19, Noun 8, Nouns 10, Third 7, Present 8, Past 5, Be 9, Have 3, Do 1, Modal 5, Adjective 6, Name 3, Adverb 3, Preposition 2, To 1.5, Gerund 1, Participle .6, Number .6, Mark 1
        To: Base 70, NonFiniteBe 7, Have 2, Do 1, Determiner 8, Noun 4, Nouns 4, Adjective 2, Name 2, Adverb 1.5, Gerund 2, Pronoun 1.5, Number .5
        Number: Nouns 33, Noun 18, Mark 22, Preposition 9, Conjunction 4, Adjective 6, Number 3, Be 1, Determiner .3, Third .3, Past .4, Subordinator .5
        Mark: Conjunction 13, Determiner 11, Noun 9, Nouns 9, Subordinator 9, Adjective 6, Preposition 8, Pronoun 7, Adverb 6, Gerund 5, Third 1.5, Present 1.5, Past 3, Participle 2.5, Name 5, Be 2, Have .8, Modal 1, Do .4, Number 3, Mark 6, To 1, Base .6
        Adverb: Adjective 15, Participle 11, Base 4, Third 5, Present 5, Past 6, Mark 13, Preposition 12, Adverb 5, Determiner 6, Gerund 2, Subordinator 3, To 2, Noun 1.2, Nouns 1, Be 3, Have 1, Modal 1, Conjunction 2, Pronoun 3, Number 1, Name .5
        """;

    private static readonly int Count = Enum.GetValues<Tag>().Length;
    private static readonly float[] Logs = Read();

    public static float LogShare(Tag from, Tag to) => Logs[(int)from * Count + (int)to];

    private static float[] Read()
    {
        var logs = new float[Count * Count];
        Array.Fill(logs, MathF.Log(0.001f));
        foreach (var line in Shares.Split('\n'))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var from = (int)Enum.Parse<Tag>(line[..colon].Trim());
            foreach (var entry in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                var space = entry.IndexOf(' ', StringComparison.Ordinal);
                var to = (int)Enum.Parse<Tag>(entry[..space]);
                logs[from * Count + to] = MathF.Log(float.Parse(entry[space..], CultureInfo.InvariantCulture) / 100);
            }
        }
        return logs;
    }
}
