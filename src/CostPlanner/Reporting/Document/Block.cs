namespace CostPlanner.Reporting.Document;

/// <summary>A part of a section: a paragraph, a table, a chart. The kinds are those of this folder.</summary>
public abstract record Block;
