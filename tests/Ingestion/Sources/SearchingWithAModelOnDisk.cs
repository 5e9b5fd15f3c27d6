using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Tutor.Onnx;
using Tutor.Retrieval.Onnx;
using Xunit;

namespace Tutor.Sources;

/// <summary>A server whose embedder is a model on disk.</summary>
public sealed class AppWithAModel : TutorApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        if (!TestOnnx.Present) return;
        var download = Path.Combine(Home, "download");
        TinyModel.Write(download, [["cat", "cats", "feline", "felines"], ["car", "cars", "automobile", "automobiles"], ["bread", "loaf", "loaves"]]);
        new OnnxAdding(new OnnxFolder(Home), new OnnxLibrary(Home, TestOnnx.Library)).Add(download, new OnnxWishes("tiny"));
        builder.UseSetting("TUTOR_EMBEDDER", "onnx:tiny");
        builder.UseSetting("TUTOR_ONNXRUNTIME", TestOnnx.Library);
    }
}

public sealed class SearchingWithAModelOnDisk(AppWithAModel app) : IClassFixture<AppWithAModel>
{
    [Fact]
    public async Task A_question_finds_what_says_the_same_in_other_words()
    {
        Assert.SkipUnless(TestOnnx.Present, TestOnnx.Absent);
        var ct = TestContext.Current.CancellationToken;
        var instructor = await app.AddPersonAsync("instructor");
        var course = await TestCourse.AddAsync(app, instructor.Id);
        await course.IngestAsync("things.md", "# Bakers\n\nA loaf is warm.\n\n# Roads\n\nThe automobile stops.\n\n# Houses\n\nThe feline sleeps.\n");

        var found = await instructor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/courses/{course.Id}/passages?q=cars&take=3", ct);
        var embedding = await instructor.Client.GetFromJsonAsync<JsonElement>($"/api/v1/courses/{course.Id}/embedding", ct);

        Assert.Contains("automobile", found.GetProperty("passages")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.StartsWith("onnx:tiny@", embedding.GetProperty("model").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, embedding.GetProperty("failure").ValueKind);
    }
}
