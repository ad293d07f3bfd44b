using System.CommandLine;
using BenchmarkDotNet.Running;
using Verify.Benchmarks.Load;

if (args is ["load", ..]) return await new RootCommand { LoadCommand.Create() }.Parse(args).InvokeAsync();

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
