using Microsoft.Extensions.Logging.Abstractions;
using Tutor.Retrieval.Embedding;
using Tutor.Work;
using Xunit;

namespace Tutor.Retrieval.Onnx;

public sealed class AModelThatIsTakenAway(RetrievalDatabase database) : AModelFolder, IClassFixture<RetrievalDatabase>
{
    private const string Vectors = "select distinct model from chunk_vectors where course_id = @course";

    [Fact]
    public async Task Its_course_is_found_by_words_says_so_and_gets_vectors_of_what_is_configured()
    {
        var course = await database.ACourseAsync();
        var added = Adding.Add(Downloaded, new OnnxWishes());
        using (var models = new OnnxModels(Models, Library, added.Name))
        {
            var (source, chunks) = await course.ParsedAsync("A feline sleeps.", "Bread rises.");
            await new EmbeddingStore(database.DataSource, new EmbeddingModels(models, [models]), course.Terms).EmbedAsync(course.Id, chunks, Fences.None, null, ACourse.Ct);
            await course.MakeReadyAsync(source);
        }
        Assert.Equal(added.VectorName, await course.ScalarAsync<string>(Vectors));

        Directory.Delete(Models.Of(added.Name), recursive: true);
        using var left = new OnnxModels(Models, Library);
        var configured = new EmbeddingModels(new LsaModels(), [new LsaModels(), left]);
        var state = new CourseEmbeddings(database.DataSource, configured);

        Assert.Equal("embedding-model-missing", (await state.OfAsync(course.Id, ACourse.Ct)).Failure?.Code);
        var index = await new CourseIndexLoader(database.DataSource, configured, course.Terms).LoadAsync(course.Id, ACourse.Ct);
        Assert.Equal(2, (await index.SearchAsync("feline", 2, ACourse.Ct)).Count);

        await new EmbeddingUpkeep(database.DataSource, configured, new EmbeddingStore(database.DataSource, configured, course.Terms), NullLogger<EmbeddingUpkeep>.Instance).RunAsync(ACourse.Ct);

        Assert.Equal("lsa:1", await course.ScalarAsync<string>(Vectors));
        Assert.Null((await state.OfAsync(course.Id, ACourse.Ct)).Failure);
    }
}
