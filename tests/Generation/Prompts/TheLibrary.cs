using System.Text.Json;
using Tutor.Models;
using Xunit;

namespace Tutor.Prompts;

public sealed class TheLibrary
{
    private const string Good = """
        name: x
        description: A prompt.
        template_format: handlebars
        template: |
          <message role="system">Be kind. {{fence}}</message>
          <message role="user">{{a}}</message>
        input_variables:
          - name: a
            description: A value.
          - name: fence
            description: The marker.
        output_variable:
          description: An answer.
          json_schema: '{"type":"object"}'
        execution_settings:
          writer:
            max_tokens: 10
            temperature: 0.1
        """;

    [Fact]
    public void Holds_the_ten_prompts_each_for_a_role()
    {
        var roles = PromptLibrary.Load().All.ToDictionary(p => p.Name, p => p.Role);

        Assert.Equal(
            ["chat_answer", "hint", "item_repair", "items", "judge_grounding", "judge_items", "lesson", "objectives", "query_rewriting", "variant"], roles.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(ModelRole.Judge, roles["judge_items"]);
        Assert.Equal(ModelRole.Tutor, roles["hint"]);
    }

    [Fact]
    public void Has_schemas_that_strict_endpoints_take()
    {
        foreach (var prompt in PromptLibrary.Load().All) AssertStrict(prompt.Schema, prompt.Name);
    }

    [Fact]
    public void Has_another_hash_where_a_word_the_model_reads_is_another()
    {
        var hash = PromptLibrary.Parse(Good, "x").Hash;

        Assert.Equal(hash, PromptLibrary.Parse(Good + "\n# Scored: well.\n", "x").Hash);
        Assert.Equal(hash, PromptLibrary.Parse(Good.Replace("A prompt.", "The prompt.", StringComparison.Ordinal), "x").Hash);
        Assert.NotEqual(hash, PromptLibrary.Parse(Good.Replace("kind", "brief", StringComparison.Ordinal), "x").Hash);
        Assert.NotEqual(hash, PromptLibrary.Parse(Good.Replace("0.1", "0.2", StringComparison.Ordinal), "x").Hash);
        Assert.NotEqual(hash, PromptLibrary.Parse(Good.Replace("'{\"type\":\"object\"}'", "'{\"type\":\"array\"}'", StringComparison.Ordinal), "x").Hash);
    }

    [Theory]
    [InlineData("handlebars", "liquid")]
    [InlineData("{{a}}", "{{{a}}}")]
    [InlineData("role=\"system\"", "role=\"user\"")]
    [InlineData("  writer:", "  poet:")]
    [InlineData("max_tokens: 10", "max_tokens: 0")]
    [InlineData("  - name: fence\n", "  - name: fens\n")]
    [InlineData("description: A prompt.", "descriptoin: A prompt.")]
    public void Refuses_a_file_that_is_not_as_it_must_be(string good, string bad)
    {
        Assert.Throws<InvalidDataException>(() => PromptLibrary.Parse(Good.Replace(good, bad, StringComparison.Ordinal), "x"));
    }

    // OpenAI's strict mode wants every member required and no others, at every depth.
    private static void AssertStrict(JsonElement schema, string where)
    {
        if (schema.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in schema.EnumerateArray()) AssertStrict(item, where);
            return;
        }
        if (schema.ValueKind != JsonValueKind.Object) return;
        if (schema.TryGetProperty("properties", out var properties))
        {
            Assert.False(schema.GetProperty("additionalProperties").GetBoolean(), where);
            Assert.Equal(properties.EnumerateObject().Select(p => p.Name), schema.GetProperty("required").EnumerateArray().Select(p => p.GetString()!));
        }
        foreach (var member in schema.EnumerateObject()) AssertStrict(member.Value, $"{where}.{member.Name}");
    }
}
