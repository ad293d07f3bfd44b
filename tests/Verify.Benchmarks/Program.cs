using System.CommandLine;
using BenchmarkDotNet.Running;
using Verify.Benchmarks.Load;
using Verify.Benchmarks.Scoreboard;

if (args is ["load" or "scoreboard", ..]) return await new RootCommand { LoadCommand.Create(), ScoreboardCommand.Create() }.Parse(args).InvokeAsync();

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
