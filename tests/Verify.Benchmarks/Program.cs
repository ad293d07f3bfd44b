using System.CommandLine;
using BenchmarkDotNet.Running;
using Verify.Benchmarks.Desk;
using Verify.Benchmarks.Load;
using Verify.Benchmarks.Scoreboard;

if (args is ["desk" or "load" or "scoreboard", ..]) return await new RootCommand { DeskCommand.Create(), LoadCommand.Create(), ScoreboardCommand.Create() }.Parse(args).InvokeAsync();

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
