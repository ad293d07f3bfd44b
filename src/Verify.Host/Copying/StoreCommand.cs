using System.CommandLine;

namespace Verify.Host.Copying;

/// <summary><c>verify store …</c>: what is done to a desk's store as a whole.</summary>
static class StoreCommand
{
    public static Command Create() => new("store", "Moves a desk's store.") { CopyCommand.Create() };
}
