using System.Globalization;
using CostPlanner.Cli;
using CostPlanner.Tests.Given;

namespace CostPlanner.Tests.Cli;

/// <summary>A sweep as an array of jobs under a real Slurm.</summary>
[Needs(Tool.Slurm)]
public sealed class WhatIfSlurmTests
{
    private const string Sweep = "failover=0..2";
    private const string Other = "proxmox.migration-per-vm=500,1935";

    private static readonly string Demo = Path.Combine(Repository.Data, "scenarios", "leave-vsphere-2026.yaml");

    // Share 2 is requeued while its job runs: Slurm kills what runs of it and starts it anew. The job would go on long after, so it cannot end before.
    [Fact]
    public void Three_shares_one_of_them_killed_and_requeued_join_to_the_bytes_of_one_machine()
    {
        using var slurm = new OneNodeSlurm();
        var program = Path.Combine(AppContext.BaseDirectory, "costplanner.dll");
        var script = slurm.Write("job.sh", $"""
            #!/bin/sh
            touch {slurm.At("started")}.$SLURM_ARRAY_TASK_ID.$SLURM_RESTART_COUNT
            dotnet {program} whatif {Demo} --sweep {Sweep} --sweep {Other} --shard $SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT --out {slurm.At("share")}-$SLURM_ARRAY_TASK_ID.json
            if [ "$SLURM_ARRAY_TASK_ID" = 2 ] && [ -z "$SLURM_RESTART_COUNT" ]; then sleep 600; fi

            """);
        var job = slurm.Run("sbatch", "--parsable", "--array=1-3", "--requeue", "--chdir", slurm.At("."), script).Trim();
        Assert.True(int.TryParse(job, CultureInfo.InvariantCulture, out _), job);
        slurm.Until(() => File.Exists(slurm.At("started.2.")), "share 2 did not start");
        Assert.Equal("", slurm.Run("scontrol", "requeue", $"{job}_2"));
        slurm.Until(
            () =>
            {
                // A requeued job waits two minutes unless told otherwise.
                slurm.Run("scontrol", "update", $"JobId={job}_2", "StartTime=now");
                return slurm.Run("squeue", "-h", "-j", job).Trim().Length == 0 || !slurm.Run("squeue", "-h").Contains(job, StringComparison.Ordinal);
            },
            "the jobs did not end");
        Assert.True(File.Exists(slurm.At("started.2.1")), "share 2 was not started anew");

        Assert.Equal(ExitCode.Done, Run.Of("whatif", Demo, "--sweep", Sweep, "--sweep", Other, "--out", slurm.At("whole.json")).ExitCode);
        var merged = Run.Of("whatif", "--merge", slurm.At("share-3.json"), slurm.At("share-1.json"), slurm.At("share-2.json"), "--out", slurm.At("merged.json"));
        Assert.Equal((ExitCode.Done, ""), (merged.ExitCode, merged.Error));
        Assert.Equal(File.ReadAllBytes(slurm.At("whole.json")), File.ReadAllBytes(slurm.At("merged.json")));
    }
}
