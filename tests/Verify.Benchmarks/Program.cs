using System.CommandLine;
using BenchmarkDotNet.Running;
using Verify.Benchmarks.Desk;
using Verify.Benchmarks.Load;
using Verify.Benchmarks.Scoreboard;
using Verify.Benchmarks.Startup;

if (args is ["desk" or "load" or "scoreboard" or "startup", ..]) return await new RootCommand { DeskCommand.Create(), LoadCommand.Create(), ScoreboardCommand.Create(), StartupCommand.Create() }.Parse(args).InvokeAsync();

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
