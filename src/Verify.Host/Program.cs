using Verify.Host;

return await CommandLine.RunAsync(args);
