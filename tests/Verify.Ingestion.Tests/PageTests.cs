using System.Text;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests;

public sealed class PageTests
{
    [Fact]
    public void Dump()
    {
        foreach (var p in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Pages")).Order())
        {
            var s = File.ReadAllText(p);
            Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
            var bytes = s.Contains("windows-1252") ? Encoding.GetEncoding(1252).GetBytes(s) : Encoding.UTF8.GetBytes(s);
            var r = new ArticleReader().Read(new(bytes, "text/html"));
            Console.WriteLine("=== " + Path.GetFileName(p));
            Console.WriteLine(r is ArticleReading.Read a ? $"{a.Text with { Text = "" }} [{string.Join(";", a.Text.Authors)}]\n{a.Text.Text}" : r.ToString());
        }
    }
}
