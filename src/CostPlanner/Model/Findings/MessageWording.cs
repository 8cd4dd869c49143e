namespace CostPlanner.Model;

/// <summary>
/// Says a message in words. The words are Reporting's; a stage that keeps texts in files of its own, as a record of a run is, is given it by whoever has them.
/// </summary>
/// <param name="message">What is to be said.</param>
public delegate string MessageWording(Message message);
