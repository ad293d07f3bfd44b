namespace Verify.Infra.Tests.Bicep;

/// <summary>main.bicep with all its modules, as the resource manager takes it. Compiled once.</summary>
static class Compiled
{
    static readonly Lazy<Task<Said>> Once = new(() => BicepProgram.RunAsync(Repository.Infra, "build", "main.bicep", "--stdout"));

    /// <summary>What the compiler said while it did.</summary>
    public static Task<Said> SaidAsync() => Once.Value;

    public static async Task<string> JsonAsync() => (await SaidAsync()).Output;
}
