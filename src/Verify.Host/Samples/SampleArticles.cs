using System.Reflection;
using Verify.Workflow.Articles;
using Verify.Workflow.Ports;

namespace Verify.Host.Samples;

/// <summary>The articles that an empty desk starts with.</summary>
static class SampleArticles
{
    const string Prefix = "Samples/";

    public static IEnumerable<string> Names => Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(name => name[Prefix.Length..]).Order(StringComparer.Ordinal);

    public static SubmitArticle Submit(string name)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream(Prefix + name)
            ?? throw new ArgumentException($"There is no sample called {name}.", nameof(name));
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return new(new ArticleInput(bytes.ToArray(), FileName: name), new ArticleSource("sample", name));
    }
}
