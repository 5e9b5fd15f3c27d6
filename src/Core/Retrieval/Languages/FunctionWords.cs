using System.Collections.Frozen;

namespace Tutor.Retrieval.Languages;

/// <summary>The commonest small words of languages in Latin letters, by which a text's language is told. Accents count.</summary>
internal static class FunctionWords
{
    private static readonly (string Language, string Words)[] s_lists =
    [
        ("english", "the of and to in is that for it as was with be by on not he his but at are this have from or which one they you were her all their an there when who will more if no out so said what up its about than into them can only other some these two may do any such has been would could should how where why does did"),
        ("german", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde wenn kann ihre diese dieser welche was wer warum ich wir durch zwischen unter ohne gegen"),
        ("french", "de la le et les des en un du une que est pour qui dans par plus pas au sur ne se ce il sont avec son aux ont cette ou leur mais comme nous elle été peut être ces deux même dont entre tout quelle quel quels comment pourquoi où sans sous leurs ils était fait cela celui je vous à"),
        ("spanish", "de la que el en y los se del las un por con no una su para es al lo como más pero sus le ha o este sí porque esta entre cuando muy sin sobre ser también me hasta hay donde han quien son dos qué cómo cuál está están fue desde todo nos durante uno ni contra ese eso ante ellos era puede"),
        ("italian", "di e il la che in a per un è del non le i si una con da al dei sono della ha come più alla su gli nel anche ma lo delle o questo se dal nella ad essere loro cui ed quando quale perché cosa può tra stato degli dalla sua suo dopo hanno"),
        ("portuguese", "de a que e o do da em um para com não uma os no se na por mais as dos como mas ao das à seu sua ou quando muito nos já também pelo pela até isso entre depois sem mesmo aos são está foi ser tem qual quais você pode uma às ele ela"),
        ("dutch", "de van het een en in is dat op te zijn met voor niet aan er die als door ook om bij maar uit dan naar wordt of nog worden over heeft hij tot deze kan meer zich hun wat waarom welke hoe werd tussen onder zonder tegen"),
        ("danish", "og i at det er en til af på den som for med de der ikke et har fra kan ved var om eller men også blev man hvor når efter deres sig denne hvad hvorfor hvilken være bliver mellem"),
        ("norwegian", "og i det er en til av på som for med at de ikke den har et fra kan ved var om eller men også ble man der når etter seg sin dette hva hvorfor hvilken være blir mellom enn mot"),
        ("swedish", "och i att det som en på är av för med den till inte om ett har de från kan vid var eller men också man där när efter sin denna vad varför vilken vara blir mellan än mot under detta så"),
        ("finnish", "ja on ei se että oli hän joka mutta tai kun myös ovat niin kuin sen ole sekä jos vain mitä miksi miten mikä voi jotka tämä tämän hänen ne olla ennen jossa"),
        ("hungarian", "a az és hogy nem is egy ez de van volt meg csak vagy mint már még azt ha lehet ezt minden amely el kell között pedig miért mi melyik hogyan után szerint által"),
        ("romanian", "de și în la cu pe a nu că o din un este care mai pentru sau ca fi sunt au se dar prin ale lor această acest după cum ce între fost fără"),
        ("turkish", "ve bir bu da de için ile olarak olan çok daha gibi kadar ne ya en ama sonra her ise olduğu değil nasıl neden hangi veya arasında göre"),
        ("catalan", "de la el i que a en els un les per una amb del és no al es com més ha pel o aquesta aquest són seva seu també però dels tot entre quan què perquè"),
    ];

    /// <summary>For each word the languages that have it.</summary>
    public static FrozenDictionary<string, string[]> Languages { get; } = s_lists
        .SelectMany(l => l.Words.Split(' ').Distinct(StringComparer.Ordinal).Select(word => (word, l.Language)))
        .GroupBy(x => x.word, x => x.Language, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    public static bool Contains(string language, string lower) => Languages.TryGetValue(lower, out var languages) && languages.Contains(language);
}
