using Tutor.Prompts;

namespace Tutor.Models;

/// <summary>Small prompts of a course on cells.</summary>
internal static class Values
{
    public static readonly IReadOnlyList<PromptItem> Passages =
    [
        new("p1", "The cell\n\nThe nucleus is the part of the cell that holds its genetic material. The mitochondrion is the part of the cell that releases energy from food. "
            + "Water moves through the membrane by osmosis."),
        new("p2", "Transport\n\nOsmosis is the movement of water through a membrane towards more dissolved matter. Diffusion is the spreading of particles from where they are dense to where they are rare. "
            + "The ribosome is the place in the cell where proteins are put together. A vacuole is a space in the cell that stores water and waste."),
    ];

    public static PromptValues ForObjectives() => new PromptValues().Text("title", "The cell").Number("count", 5).List("passages", Passages);

    public static PromptValues ForItems() => new PromptValues().Text("title", "The cell").Number("count", 5)
        .List("objectives", [new("o1", "Explain what the nucleus does"), new("o2", "Describe how water crosses a membrane")]).List("passages", Passages);

    public static PromptValues ForLesson() => new PromptValues().Text("title", "The cell")
        .List("objectives", [new("o1", "Explain what the nucleus does"), new("o2", "Describe how water crosses a membrane")]).List("passages", Passages);

    public static PromptValues ForChat(string question) => new PromptValues().Text("question", question).List("passages", Passages);
}
