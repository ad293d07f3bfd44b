using System.CommandLine;

namespace Verify.Host.Checking;

/// <summary><c>verify log …</c>: what anybody can check about the log of records, and what its operator can do.</summary>
static class LogCommand
{
    public static Command Create() => new("log", "Checks the log of records, and proofs from it.") { CheckCommand.Create(), ResumeCommand.Create(), ProveCommand.Create() };
}
