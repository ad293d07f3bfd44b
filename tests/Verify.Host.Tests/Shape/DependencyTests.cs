using System.Reflection;

namespace Verify.Host.Tests.Shape;

/// <summary>Arrows point one way: Claims, Workflow, then Ingestion, Storage and Web side by side, then Hosting, then the hosts.</summary>
public sealed class DependencyTests
{
    [Theory]
    [InlineData("Verify.Claims", "")]
    [InlineData("Verify.Workflow", "Verify.Claims")]
    [InlineData("Verify.Ingestion", "Verify.Claims Verify.Workflow")]
    [InlineData("Verify.Storage", "Verify.Claims Verify.Workflow")]
    [InlineData("Verify.Web", "Verify.Claims Verify.Workflow")]
    [InlineData("Verify.Hosting", "Verify.Claims Verify.Ingestion Verify.Storage Verify.Web Verify.Workflow")]
    [InlineData("verify", "Verify.Claims Verify.Hosting Verify.Ingestion Verify.Storage Verify.Web Verify.Workflow")]
    public void A_project_sees_only_what_stands_below_it(string project, string below)
    {
        var seen = Assembly.Load(project).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => name.StartsWith("Verify", StringComparison.OrdinalIgnoreCase));
        Assert.Subset(below.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(), seen.ToHashSet());
    }

    [Fact]
    public void The_text_library_needs_nothing_but_the_framework()
    {
        string[] allowed = ["System", "Microsoft.Win32", "netstandard", "mscorlib"];
        Assert.All(
            Assembly.Load("Verify.Claims").GetReferencedAssemblies(),
            reference => Assert.Contains(allowed, start => reference.Name!.StartsWith(start, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("System.Text.RegularExpressions")]
    [InlineData("System.Net.Http")]
    [InlineData("System.IO.FileSystem")]
    public void The_text_library_reads_no_files_no_network_and_no_regular_expressions(string assembly) =>
        Assert.DoesNotContain(Assembly.Load("Verify.Claims").GetReferencedAssemblies(), reference => reference.Name == assembly);
}
