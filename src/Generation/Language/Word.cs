namespace Tutor.Language;

/// <summary>A word or mark before its part of speech is known.</summary>
/// <param name="Start">First character in the text it was cut from.</param>
public readonly record struct Word(string Text, int Start);
