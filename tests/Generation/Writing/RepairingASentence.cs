using Xunit;

namespace Tutor.Writing;

public sealed class RepairingASentence
{
    [Theory]
    [InlineData("Cells divide (Figure 2.3).", "Cells divide.")]
    [InlineData("Cells divide (see Table 1) in two .", "Cells divide in two.")]
    [InlineData("Girls are given more latitude (Coltrane and Adams 2004; Kimmel 2000).", "Girls are given more latitude.")]
    [InlineData("Sleep helps (Walker, 2009, p. 14) and () rest helps [3, 4].", "Sleep helps and rest helps.")]
    [InlineData("Durkheim (1858–1917) taught sociology.", "Durkheim (1858–1917) taught sociology.")]
    [InlineData("Long waves (4–7 Hz)\nslow down.", "Long waves (4–7 Hz) slow down.")]
    [InlineData("It weighed 18.5 pounds, or 70,000 grains.", "It weighed 18.5 pounds, or 70,000 grains.")]
    [InlineData("Virtue is knowledge.12 Vice is not.", "Virtue is knowledge. Vice is not.")]
    [InlineData("As stated earlier, cells divide.", "Cells divide.")]
    [InlineData("Cells divide, as noted above, in two.", "Cells divide, in two.")]
    [InlineData("As described by Virchow, cells divide.", "As described by Virchow, cells divide.")]
    public void Pointers_and_references_go_and_matter_stays(string sentence, string tidy) => Assert.Equal(tidy, LessonRepairs.Tidy(sentence));

    [Theory]
    [InlineData("However, the cell divides.", "The cell divides.")]
    [InlineData("For example, a raisin swells.", "A raisin swells.")]
    [InlineData("But cells divide slowly.", "Cells divide slowly.")]
    [InlineData("Latent content, on the other hand, is the hidden meaning.", "Latent content is the hidden meaning.")]
    [InlineData("However cells divide, they grow first.", "However cells divide, they grow first.")]
    [InlineData("In contrast to mitosis, meiosis halves.", "In contrast to mitosis, meiosis halves.")]
    public void A_connective_to_what_is_not_there_goes(string sentence, string alone) => Assert.Equal(alone, LessonRepairs.WithoutConnective(sentence));

    [Theory]
    [InlineData("Cells divide in order to grow.", true)]
    [InlineData("“Good cells divide,” he said to the class.", true)]
    [InlineData("Why do cells divide at all?", false)]
    [InlineData("In this chapter, cells divide and grow.", false)]
    [InlineData("Now we turn to how the cells divide.", false)]
    [InlineData("Cells divide as shown in Figure 3 of it.", false)]
    [InlineData("Cells divide “when they are large.", false)]
    [InlineData("cells divide when they are large.", false)]
    [InlineData("Cells: and when they divide", false)]
    [InlineData("Cells divide.", false)]
    [InlineData("I tried to make the cells divide.", false)]
    [InlineData("Cells of my own skin divide quickly.", false)]
    [InlineData("After World War I the cells were named.", true)]
    [InlineData("Type I cells divide more slowly.", true)]
    [InlineData("Returning to the raisin, cells swell in water.", false)]
    public void Only_whole_statements_are_told(string sentence, bool told) => Assert.Equal(told, LessonRepairs.IsStatement(sentence));

    [Theory]
    [InlineData("Explain what osmosis is", "What osmosis is", "osmosis")]
    [InlineData("Describe storage, including sensory memory and short-term memory", "Storage", "storage")]
    [InlineData("Distinguish between osmosis and diffusion", "Osmosis and diffusion", "osmosis and diffusion")]
    [InlineData("Distinguish osmosis from diffusion", "Osmosis and diffusion", "osmosis and diffusion")]
    [InlineData("Compare mitochondria with chloroplasts.", "Mitochondria and chloroplasts", "mitochondria and chloroplasts")]
    [InlineData("Osmosis in daily life", "Osmosis in daily life", "Osmosis in daily life")]
    public void An_objective_gives_a_heading_and_a_topic(string objective, string heading, string topic)
    {
        Assert.Equal(heading, LessonHeadings.HeadingOf(objective));
        Assert.Equal(topic, LessonHeadings.TopicOf(objective));
    }

    [Theory]
    [InlineData("REM", "in a phase called rapid eye movement", "rapid eye movement")]
    [InlineData("DNA", "strings known as deoxyribonucleic acid", "deoxyribonucleic acid")]
    [InlineData("DSM-5", "the Diagnostic and Statistical Manual 5", "Diagnostic and Statistical Manual 5")]
    [InlineData("NIMH", "a report of the office", null)]
    [InlineData("CA", "he moved to the coast of California", null)]
    public void An_abbreviation_is_written_out_only_as_the_material_does(string abbreviation, string before, string? longForm) =>
        Assert.Equal(longForm, LessonAbbreviations.LongFormOf(abbreviation, before));
}
