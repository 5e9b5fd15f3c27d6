using Tutor.Review;

namespace Tutor.ModelWriting;

// What models answer, as the schemas in prompts/ have it. Nothing of it is trusted before it has been read against the passages.

/// <param name="Passage">The passage's name in the prompt: p1, p2, …</param>
internal sealed record QuoteAnswer(string Passage, string Quote);

internal sealed record ObjectivesAnswer(IReadOnlyList<ObjectiveAnswer> Objectives);

internal sealed record ObjectiveAnswer(string Text, BloomLevel Level, IReadOnlyList<QuoteAnswer> Quotes);

internal sealed record LessonAnswer(IReadOnlyList<SectionAnswer> Sections);

/// <param name="Objective">o1, o2, …; null where the section serves none alone.</param>
internal sealed record SectionAnswer(LessonSectionKind Kind, string Heading, string? Objective, IReadOnlyList<SentenceAnswer> Sentences);

internal sealed record SentenceAnswer(string Text, Detail Detail, bool Required, bool Opens, bool Leans, string? Term, IReadOnlyList<QuoteAnswer> Quotes);

internal sealed record VariantAnswer(IReadOnlyList<RetoldAnswer> Sentences);

/// <param name="From">The reviewed sentences it retells: s1, s2, …</param>
internal sealed record RetoldAnswer(IReadOnlyList<string> From, string Text, bool Opens);

internal sealed record ItemsAnswer(IReadOnlyList<ItemAnswer> Items);

/// <param name="Item">Null where the model gives the item up.</param>
internal sealed record ItemRepairAnswer(ItemAnswer? Item);

internal sealed record ItemAnswer(
    string? Objective, string Kind, BloomLevel Level, string Stem, IReadOnlyList<ChoiceAnswer> Choices, string Explanation, IReadOnlyList<QuoteAnswer> Quotes);

/// <param name="Why">For a distractor: what it really is, or why it is wrong.</param>
internal sealed record ChoiceAnswer(string Text, bool IsKey, string? Why, IReadOnlyList<QuoteAnswer> Quotes);
