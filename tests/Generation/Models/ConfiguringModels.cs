using Microsoft.Extensions.Configuration;
using Xunit;

namespace Tutor.Models;

public sealed class ConfiguringModels
{
    [Fact]
    public void With_nothing_leaves_every_role_without_a_model()
    {
        Assert.False(Read().Any);
    }

    [Fact]
    public void With_one_endpoint_and_model_sets_all_roles_that_talk()
    {
        var settings = Read(("TUTOR_LLM_ENDPOINT", "http://localhost:11434"), ("TUTOR_LLM_MODEL", "qwen3:8b"), ("TUTOR_LLM_TUTOR_MODEL", "small/er"));

        Assert.Equal([ModelRole.Writer, ModelRole.Tutor, ModelRole.Judge], settings.Roles.Keys.Order());
        Assert.Equal("default/qwen3:8b", Assert.Single(settings.Roles[ModelRole.Writer].Chain).ToString());
        Assert.Equal("default/small/er", Assert.Single(settings.Roles[ModelRole.Tutor].Chain).ToString());
        Assert.Equal("http://localhost:11434/v1", settings.Roles[ModelRole.Writer].Chain[0].Endpoint.Address.ToString());
        Assert.Equal(2_000_000, settings.TokensPerCourseAndDay);
    }

    [Fact]
    public void With_chains_names_each_roles_models_in_order_up_to_none()
    {
        var settings = Read(
            ("Models:Endpoints:gpu:Address", "http://gpu:8000/v1"), ("Models:Endpoints:cloud:Address", "https://example.openai.azure.com/openai/v1/"),
            ("Models:Roles:Writer:Chain", "gpu/Qwen/Qwen3-32B, cloud/gpt-4.1-mini, none"), ("Models:Roles:Writer:Temperature", "0.1"), ("Models:Roles:Judge:Chain", "none"),
            ("Models:Roles:Embedder:Chain", "gpu/bge-m3"), ("TUTOR_LLM_TOKENS_PER_DAY", "0"));

        Assert.Equal(["gpu/Qwen/Qwen3-32B", "cloud/gpt-4.1-mini"], settings.Roles[ModelRole.Writer].Chain.Select(m => m.ToString()));
        Assert.Equal(0.1f, settings.Roles[ModelRole.Writer].Temperature);
        Assert.Equal([ModelRole.Writer, ModelRole.Embedder], settings.Roles.Keys.Order());
        Assert.Null(settings.TokensPerCourseAndDay);
    }

    [Theory]
    [InlineData("TUTOR_LLM_ENDPOINT", "http://localhost:8000/v1", "TUTOR_LLM_MODEL")]
    [InlineData("TUTOR_LLM_MODEL", "qwen", "TUTOR_LLM_ENDPOINT")]
    [InlineData("TUTOR_LLM_ENDPOINT", "localhost:8000", "http or https")]
    [InlineData("TUTOR_LLM_ENDPOINT", "http://me:secret@localhost/v1", "TUTOR_LLM_KEY")]
    [InlineData("Models:Roles:Writer:Chain", "nowhere/qwen", "nowhere/qwen")]
    [InlineData("Models:Roles:Scribe:Chain", "none", "Scribe")]
    [InlineData("Models:Roles:Writer:Temprature", "1", "Temprature")]
    [InlineData("Models:Endpoints:a:Key", "sk-1", "Key")]
    [InlineData("TUTOR_LLM_TOKENS_PER_DAY", "-1", "TUTOR_LLM_TOKENS_PER_DAY")]
    public void That_makes_no_sense_says_which_setting_and_what_would(string name, string value, string said)
    {
        var refused = Assert.Throws<SettingException>(() => Read((name, value)));

        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-1", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret@", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_a_key_only_from_a_file_that_nobody_else_can_read()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        var file = Path.GetTempFileName();
        File.WriteAllText(file, "sk-1\n");
        (string, string)[] settings = [("TUTOR_LLM_ENDPOINT", "http://localhost/v1"), ("TUTOR_LLM_MODEL", "m"), ("TUTOR_LLM_KEY_FILE", file)];

        Allow(file, UnixFileMode.GroupRead);
        var refused = Assert.Throws<SettingException>(() => Read(settings));
        Allow(file, UnixFileMode.None);
        var key = Read(settings).Roles[ModelRole.Writer].Chain[0].Endpoint.Key;
        File.Delete(file);

        Assert.Contains("chmod 600", refused.Message, StringComparison.Ordinal);
        Assert.Equal("sk-1", key!.Reveal());
    }

    [Fact]
    public void Never_prints_a_key()
    {
        var settings = Read(("TUTOR_LLM_ENDPOINT", "http://localhost/v1"), ("TUTOR_LLM_MODEL", "m"), ("TUTOR_LLM_KEY", "sk-1"));

        Assert.DoesNotContain("sk-1", settings.Roles[ModelRole.Writer].ToString() + settings.Roles[ModelRole.Writer].Chain[0].Endpoint, StringComparison.Ordinal);
    }

    private static void Allow(string file, UnixFileMode others)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);
    }

    private static ModelSettings Read(params (string Name, string Value)[] settings) =>
        ModelSettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, (string?)s.Value))).Build());
}
