using System.Collections.Immutable;
using CostPlanner.Reporting.Document;

namespace CostPlanner.Reporting.Text;

/// <summary>A heading within a section.</summary>
/// <param name="Text">The heading.</param>
public sealed record Heading(string Text) : Block;

/// <summary>A few sentences.</summary>
/// <param name="Text">The sentences.</param>
/// <param name="Tone">How loudly they are said.</param>
public sealed record Paragraph(string Text, Tone Tone = Tone.Normal) : Block;

/// <summary>What the reader must not overlook, in a few points.</summary>
/// <param name="Title">The title.</param>
/// <param name="Points">The points, a sentence or two each.</param>
public sealed record Notice(string Title, ImmutableArray<string> Points) : Block;

/// <summary>Sentences of one kind, one below the other.</summary>
/// <param name="All">The sentences.</param>
public sealed record Points(ImmutableArray<string> All) : Block;

/// <summary>The few figures that answer the question, printed large, side by side.</summary>
/// <param name="Figures">The figures; three fit.</param>
public sealed record KeyFigures(ImmutableArray<KeyFigure> Figures) : Block;

/// <summary>A figure printed large.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The figure with its unit, or words where there is no answer.</param>
/// <param name="Note">Its scope and term, in a sentence.</param>
public sealed record KeyFigure(string Label, string Value, string Note);

/// <summary>Short facts, label and value, in columns.</summary>
/// <param name="All">The facts.</param>
public sealed record Facts(ImmutableArray<Fact> All) : Block;

/// <summary>A short fact.</summary>
/// <param name="Label">What it is.</param>
/// <param name="Value">The value with its unit.</param>
public sealed record Fact(string Label, string Value);
