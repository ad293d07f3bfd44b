using System.Reflection;

namespace Verify.Infra.Tests;

/// <summary>The files under test, where they stand in the repository.</summary>
static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Infra { get; } = Path.Combine(Root, "infra");

    public static string Main { get; } = Path.Combine(Infra, "main.bicep");

    public static string Config { get; } = Path.Combine(Infra, "bicepconfig.json");

    /// <summary>Every Bicep file, as a path below <c>infra/</c> with slashes, in the order of names.</summary>
    public static IReadOnlyList<string> BicepFiles { get; } =
    [
        .. Directory.EnumerateFiles(Infra, "*.bicep", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Infra, file).Replace('\\', '/')).Order(StringComparer.Ordinal),
    ];

    public static string Read(string belowRoot) => File.ReadAllText(Path.Combine(Root, belowRoot));

    public static string Metadata(string key) => typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == key).Value ?? "";
}
