using System.Buffers;
using Azure.Storage.Blobs;

namespace Verify.Storage.Containers;

/// <summary>Which container holds which blob.</summary>
/// <remarks>
/// What needs rules of its own has a container of its own: the inbox is written by strangers, records are immutable for a time, and the
/// log's checkpoints are replaced beside them. There the first part of the name is left out, since the container says it.
/// <code>
/// inbox/a.html            verify-inbox     a.html
/// records/2026/11/x.json  verify-records   2026/11/x.json
/// log/tile/0/000          verify-log       tile/0/000
/// anything else           verify           the whole name
/// </code>
/// </remarks>
internal sealed class AzureContainers(BlobServiceClient service, string main)
{
    public const string NameRule = "3 to 55 lower-case letters, digits and single hyphens between them.";

    static readonly string[] Apart = ["inbox", "log", "records"];
    static readonly SearchValues<char> Letters = SearchValues.Create("-0123456789abcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether the text may name the main container: Azure allows 63 characters, and "-records" is put behind it.</summary>
    public static bool IsName(string name) =>
        name.Length is >= 3 and <= 55 && !name.AsSpan().ContainsAnyExcept(Letters)
        && name[0] != '-' && name[^1] != '-' && !name.Contains("--", StringComparison.Ordinal);

    /// <summary>The container that strangers write.</summary>
    public BlobContainerClient Inbox => Beside("inbox", "").Container;

    public AzurePlace Find(string name) =>
        Apart.FirstOrDefault(part => IsIn(part, name)) is { } part ? Beside(part, name[(part.Length + 1)..]) : Main(name);

    /// <summary>
    /// Where names with this prefix are, those beside the main container in the order of names: <c>Main</c> is null where only one of
    /// those can hold them.
    /// </summary>
    public (AzurePlace? Main, IEnumerable<AzurePlace> Beside) Holding(string prefix) =>
        Apart.FirstOrDefault(part => IsIn(part, prefix)) is { } only
            ? (null, [Beside(only, prefix[(only.Length + 1)..])])
            : (Main(prefix), Apart.Where(part => $"{part}/".StartsWith(prefix, StringComparison.Ordinal)).Select(part => Beside(part, "")));

    /// <summary>Every container of a store with this main one.</summary>
    public static IEnumerable<string> All(string main) => Apart.Select(part => $"{main}-{part}").Prepend(main);

    static bool IsIn(string part, string name) =>
        name.Length > part.Length && name[part.Length] == '/' && name.StartsWith(part, StringComparison.Ordinal);

    AzurePlace Main(string rest) => new(service.GetBlobContainerClient(main), "", rest);

    AzurePlace Beside(string part, string rest) => new(service.GetBlobContainerClient($"{main}-{part}"), $"{part}/", rest);
}

/// <summary>A name, or the beginning of names, within one container: the port's name is the dropped part and the rest.</summary>
internal sealed record AzurePlace(BlobContainerClient Container, string Dropped, string Rest);
