using Tutor.Retrieval.Languages;
using Xunit;

namespace Tutor.Retrieval;

public sealed class SearchingInOtherLanguages(RetrievalDatabase database) : IClassFixture<RetrievalDatabase>, IAsyncLifetime
{
    private static readonly string[] s_german =
    [
        "Das Gedächtnis ist die Fähigkeit, Erfahrungen zu speichern und sie später wieder abzurufen.",
        "Das Kurzzeitgedächtnis hält nur wenige Einheiten, und das auch nicht für lange Zeit.",
        "Häuser und Straßen sind in der Stadt enger gebaut als auf dem Land.",
        "Die Gesellschaft gibt sich Normen, nach denen ihre Mitglieder handeln.",
    ];

    private static readonly string[] s_french =
    [
        "La mémoire est la capacité de conserver des expériences et de les retrouver plus tard.",
        "Les émotions fortes sont souvent accompagnées de réactions du corps.",
        "Dans une société, les normes disent comment les membres doivent agir.",
        "Les chercheurs ont étudié l’apprentissage chez les animaux.",
    ];

    private static readonly string[] s_spanish =
    [
        "La memoria es la capacidad de conservar las experiencias y de recuperarlas más tarde.",
        "Las emociones fuertes van acompañadas de reacciones del cuerpo.",
        "En una sociedad, las normas dicen cómo deben actuar sus miembros.",
        "Los investigadores estudiaron el aprendizaje de los animales.",
    ];

    private static readonly string[] s_japanese = ["記憶とは、経験を保存し、後で思い出す能力である。", "感情は体の反応を伴うことが多い。", "社会の規範は行動を導く。DNAは細胞の中にある。", "学習は経験による変化である。"];

    private static readonly string[] s_english = ["Memory is the ability to store experiences and to recall them.", "Strong emotions come with reactions of the body.", "Cells die when they are not fed.", "Norms say how the members of a society ought to act."];

    private ACourse _course = null!;

    public async ValueTask InitializeAsync() => _course = await database.ACourseAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("german", "die Gedächtnisse", 0)]
    [InlineData("german", "gedachtnis", 0)]
    [InlineData("german", "Haus", 2)]
    [InlineData("german", "STRASSE", 2)]
    [InlineData("german", "Was sind gesellschaftliche Normen?", 3)]
    [InlineData("german", "Was kann das Kurzzeit-Gedächtnis?", 1)]
    [InlineData("german", "Gesellschft", 3)]
    [InlineData("french", "mémoires", 0)]
    [InlineData("french", "une émotion", 1)]
    [InlineData("french", "emotion", 1)]
    [InlineData("french", "qu’est-ce que la norme d’une société", 2)]
    [InlineData("french", "le chercheur étudie", 3)]
    [InlineData("spanish", "la emoción", 1)]
    [InlineData("spanish", "emocion", 1)]
    [InlineData("spanish", "¿Qué es una norma?", 2)]
    [InlineData("spanish", "un investigador estudia", 3)]
    [InlineData("japanese", "記憶", 0)]
    [InlineData("japanese", "社会規範", 2)]
    [InlineData("japanese", "DNAとは何か", 2)]
    [InlineData("japanese", "学習の変化", 3)]
    public async Task Inflected_forms_find_each_other(string language, string query, int expected)
    {
        await _course.ReadyAsync(Texts(language));

        Assert.Equal(expected, (await _course.SearchAsync(query))[0].Chunk.Ordinal);
    }

    [Theory]
    [InlineData("german")]
    [InlineData("french")]
    [InlineData("spanish")]
    public async Task Every_chunk_is_read_in_its_language(string language)
    {
        await _course.ReadyAsync(Texts(language));

        Assert.Equal(language, await _course.ScalarAsync<string>("select string_agg(distinct language, ',') from chunk_terms where course_id = @course"));
        Assert.Equal(0, await _course.ScalarAsync<long>("select count(*) from chunk_terms where course_id = @course and terms && '{die,das,la,les,las}'"));
    }

    [Fact]
    public async Task The_part_of_a_compound_finds_the_whole()
    {
        await _course.ReadyAsync([.. s_german[1..]]);

        Assert.Equal(0, (await _course.SearchAsync("Gedächtnis"))[0].Chunk.Ordinal);
    }

    [Theory]
    [InlineData("when do cells die", "Cells die")]
    [InlineData("die Gesellschaften", "Die Gesellschaft")]
    [InlineData("how to store experience", "Memory is")]
    [InlineData("les émotions", "Les émotions")]
    [InlineData("Häusern", "Häuser")]
    public async Task In_a_course_of_several_languages_each_is_found_by_its_own_words(string query, string beginning)
    {
        await _course.ReadyAsync(s_english);
        await _course.ReadyAsync(s_german);
        await _course.ReadyAsync(s_french);

        Assert.StartsWith(beginning, (await _course.SearchAsync(query))[0].Chunk.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quotation_in_another_language_is_read_in_its_own()
    {
        var quotation = string.Join(' ', s_german);
        await _course.ReadyAsync([.. s_english, quotation]);

        Assert.Equal("german", await _course.ScalarAsync<string>("select t.language from chunk_terms t join chunks c on c.id = t.chunk_id where c.course_id = @course and c.ordinal = 4"));
        Assert.Equal(4, (await _course.SearchAsync("Gesellschaften"))[0].Chunk.Ordinal);
    }

    [Theory]
    [InlineData("Память — это способность сохранять опыт.", "russian")]
    [InlineData("Η μνήμη είναι η ικανότητα αποθήκευσης.", "greek")]
    [InlineData("De kinderen zijn niet in het huis, maar op de straat.", "dutch")]
    [InlineData("La memoria è la capacità di conservare le esperienze che sono della persona.", "italian")]
    [InlineData("Minnet är förmågan att lagra det som man har upplevt.", "swedish")]
    [InlineData("The memory of the people is not what it was.", "english")]
    [InlineData("記憶とは能力である", null)]
    [InlineData("x = y + 1; return 7", null)]
    [InlineData("", null)]
    public void A_language_is_told_by_its_small_words_or_its_script(string text, string? language) => Assert.Equal(language, LanguageDetector.Of(text));

    [Theory]
    [InlineData("Воспоминания", "Память и воспоминание — это не одно и то же.")]
    [InlineData("herinneringen", "Een herinnering is niet het geheugen van de mens.")]
    public async Task Other_languages_of_PostgreSql_are_stemmed_too(string query, string text)
    {
        await _course.ReadyAsync(text, "Nothing.", "Nothing more.");

        Assert.Equal(text, (await _course.SearchAsync(query))[0].Chunk.Text);
    }

    private static string[] Texts(string language) => language switch { "german" => s_german, "french" => s_french, "spanish" => s_spanish, _ => s_japanese };
}
