using CostPlanner.Cli;

return CommandLine.Run(args, Terminal.OfProcess());
