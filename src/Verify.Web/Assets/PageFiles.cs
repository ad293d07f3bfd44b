using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;

namespace Verify.Web.Assets;

/// <summary>
/// The reviewer page as it stands inside the assembly, read once. Everything but the HTML is served under a path that holds a hash of
/// all of it, and may be kept for ever; the HTML names that path.
/// </summary>
sealed class PageFiles
{
    /// <summary>Files that are served to whoever asks: what the sign-in page needs.</summary>
    public const string Public = "public/";
    const string Root = "Page/";
    const string Hole = "{assets}";

    readonly FrozenDictionary<string, PageFile> files;

    public PageFiles()
    {
        var read = Read(new ManifestEmbeddedFileProvider(typeof(PageFiles).Assembly), Root).OrderBy(file => file.Name, StringComparer.Ordinal).ToArray();
        Version = Hash([.. read.SelectMany(file => file.Bytes)]);
        files = read.ToFrozenDictionary(file => file.Name, file => file.Name.EndsWith(".html", StringComparison.Ordinal) ? Fill(file) : file, StringComparer.Ordinal);
    }

    public string Version { get; }

    /// <summary>True when a person's browser asks for a page, not a program for data.</summary>
    public static bool IsWanted(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>A page, asked for anew each time and sent only when it changed.</summary>
    public IResult Page(HttpResponse response, string name)
    {
        response.Headers.CacheControl = "no-cache";
        var file = files[name];
        return Results.Bytes(file.Bytes, file.MediaType, entityTag: new(file.Tag));
    }

    /// <summary>A small page that tells one thing.</summary>
    public IResult Message(string name, int status) => Results.Text(files[name].Bytes, files[name].MediaType, status);

    /// <summary>Null where no such file is.</summary>
    public IResult? Asset(HttpResponse response, string version, string name)
    {
        if (!files.TryGetValue(name, out var file) || file.MediaType.StartsWith("text/html", StringComparison.Ordinal)) return null;
        // A page from before an update still asks for the files of its time: it gets today's, and may not keep them.
        response.Headers.CacheControl = version == Version ? "private, max-age=31536000, immutable" : "no-store";
        return Results.Bytes(file.Bytes, file.MediaType, entityTag: new(file.Tag));
    }

    PageFile Fill(PageFile page)
    {
        var bytes = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(page.Bytes).Replace(Hole, $"/assets/{Version}", StringComparison.Ordinal));
        return page with { Bytes = bytes, Tag = $"\"{Hash(bytes)}\"" };
    }

    static IEnumerable<PageFile> Read(IFileProvider provider, string folder)
    {
        foreach (var entry in provider.GetDirectoryContents(folder))
        {
            if (entry.IsDirectory)
            {
                foreach (var file in Read(provider, folder + entry.Name + "/")) yield return file;
                continue;
            }
            var name = folder[Root.Length..] + entry.Name;
            using var stream = entry.CreateReadStream();
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            yield return new(name, bytes, MediaType(name), $"\"{Hash(bytes)}\"");
        }
    }

    static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".html" => "text/html; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        var ending => throw new InvalidOperationException($"The page holds {name}; no media type is kept for {ending}."),
    };

    static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];

    sealed record PageFile(string Name, byte[] Bytes, string MediaType, string Tag);
}
