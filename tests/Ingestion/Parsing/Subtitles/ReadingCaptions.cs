using Tutor.Sources;
using Xunit;

namespace Tutor.Parsing.Subtitles;

public sealed class ReadingCaptions
{
    [Fact]
    public async Task Cues_join_to_sentences_and_keep_their_seconds()
    {
        var source = await Uploaded.ParseAsync("talk.vtt", """
            WEBVTT - Volcanoes
            Kind: captions

            STYLE
            ::cue { color: white }

            1
            00:01.000 --> 00:03.500 align:start
            <v Ada>Magma is <i>molten</i>

            NOTE not for the audience

            2
            01:00:03.500 --> 01:00:06.000
            <00:04.000>rock &amp; gas.

            01:00:12.000 --> 01:00:14.000
            Lava has left the ground.
            """);
        Assert.Equal("Volcanoes", source.Title);
        Assert.Equal(["Magma is molten", "rock & gas.", "Lava has left the ground."], source.Blocks.Select(b => b.Text));
        Assert.Equal(new Line(0, 11, From: 3603.5, To: 3606), source.Blocks[1].Lines.Single());
    }

    [Fact]
    public async Task Every_line_is_the_text_of_its_cue()
    {
        var source = await Uploaded.ParseAsync("talk.srt", "1\n00:00:01,000 --> 00:00:02,000\nMagma is\nmolten rock\n\n2\n00:00:02,100 --> 00:00:04,000\ndeep below.\n");
        var block = Assert.Single(source.Blocks);
        Assert.Equal(["Magma is molten rock", "deep below."], block.Lines.Select(l => block.Text.Substring(l.Start, l.Length)));
        Assert.Equal([(1.0, 2.0), (2.1, 4.0)], block.Lines.Select(l => (l.From!.Value, l.To!.Value)));
    }

    [Fact]
    public async Task A_headerless_mix_of_both_formats_is_read()
    {
        var source = await Uploaded.ParseAsync("mix.vtt", "00:00:01.000 --> 00:00:02.000\none thing\n2\n00:00:02,000 --> 00:00:03,000\nand another\n\nafter a gap\n3\n00:00:03,000 --> 00:00:04,000\n{\\an8}- and a third.");
        Assert.Equal("one thing and another after a gap and a third.", Assert.Single(source.Blocks).Text);
    }

    [Fact]
    public async Task Rolling_captions_say_each_word_once()
    {
        string[] shown = ["the sea", "the sea\nrises", "rises\nand falls", "and falls\ntwice a day", "twice a day\nevery day"];
        var cues = shown.Select((text, n) => $"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{text}\n");
        var source = await Uploaded.ParseAsync("live.vtt", "WEBVTT\n\n" + string.Join('\n', cues));
        var block = Assert.Single(source.Blocks);
        Assert.Equal("the sea rises and falls twice a day every day", block.Text);
        Assert.Equal(1, block.Lines[1].From);
    }

    [Fact]
    public async Task Words_that_are_said_twice_stay_where_captions_do_not_roll()
    {
        string[] said = ["Row,", "row,", "row,", "row your boat", "gently down", "the stream", "merrily,", "merrily,"];
        var cues = said.Select((text, n) => $"00:00:0{n}.000 --> 00:00:0{n + 1}.000\n{text}\n");
        Assert.Equal(string.Join(' ', said), Assert.Single((await Uploaded.ParseAsync("song.srt", string.Join('\n', cues))).Blocks).Text);
    }

    [Fact]
    public async Task Long_talk_breaks_at_the_end_of_a_sentence()
    {
        var cues = Enumerable.Range(0, 100).Select(n => $"00:{n / 60:00}:{n % 60:00}.000 --> 00:{(n + 1) / 60:00}:{(n + 1) % 60:00}.000\nof the story. Chapter {n} tells more\n");
        var source = await Uploaded.ParseAsync("long.vtt", "WEBVTT\n\n" + string.Join('\n', cues));
        Assert.All(source.Blocks.SkipLast(1), b => Assert.EndsWith("of the story.", b.Text, StringComparison.Ordinal));
        Assert.All(source.Blocks.SkipLast(1), b => Assert.InRange(b.Text.Split(' ').Length, 120, 140));
        Assert.All(source.Blocks, b => Assert.All(b.Lines, l => Assert.True(l.Length > 0 && l.End <= b.Text.Length)));
    }

    [Fact]
    public async Task A_change_of_speaker_begins_a_paragraph()
    {
        var source = await Uploaded.ParseAsync("a.vtt", "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>Is it hot?\n\n00:01.000 --> 00:02.000\n<v Ben>Very hot.\n");
        Assert.Equal(["Is it hot?", "Very hot."], source.Blocks.Select(b => b.Text));
    }

    [Fact]
    public async Task A_file_without_times_is_no_transcript() => Assert.Equal("no-text", await Uploaded.RefusalAsync("a.vtt", "WEBVTT\n\nJust words.\n"u8.ToArray()));
}
