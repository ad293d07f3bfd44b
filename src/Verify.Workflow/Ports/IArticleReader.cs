using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Verify.Claims;

namespace Verify.Workflow.Ports;

/// <summary>Makes text of what came in. Pure: the same input gives the same answer.</summary>
public interface IArticleReader
{
    /// <summary>Reads any input, hostile input included, and never throws for what it holds.</summary>
    ArticleReading Read(ArticleInput input);
}

/// <summary>What came in at a door.</summary>
/// <param name="Bytes">As received.</param>
/// <param name="MediaType">As declared, parameters included ("text/html; charset=utf-8"); null where the door knows none.</param>
/// <param name="FileName">For its ending; null where there is none.</param>
/// <param name="Language">BCP 47 tag stated by the sender; null to find it.</param>
public sealed record ArticleInput(ReadOnlyMemory<byte> Bytes, string? MediaType = null, string? FileName = null, string? Language = null);

/// <summary>The text that was read, where it is to be fetched from, or why there is none.</summary>
public abstract record ArticleReading
{
    ArticleReading() { }

    /// <param name="Raw">The bytes that name the article: as received, or the text's own bytes where the input was an envelope.</param>
    public sealed record Read(ReadOnlyMemory<byte> Raw, ArticleText Text) : ArticleReading;

    /// <summary>The input holds no text and names the address that the article stands at.</summary>
    /// <param name="Address">Absolute, http or https; whether it may be fetched is for the fetcher to say.</param>
    /// <param name="Language">As the sender states it, normalised; null to find it.</param>
    public sealed record Elsewhere(string Address, string? Language, StatedFacts Stated) : ArticleReading;

    public sealed record Refused(InputProblem Problem) : ArticleReading;
}

/// <summary>Why an input was refused, for a person and for a program.</summary>
/// <param name="Code">camelCase and stable: <c>empty</c>, <c>tooLarge</c>, <c>notText</c>, <c>invalidEncoding</c>, <c>wrongShape</c>, <c>unsupportedFormat</c>, <c>noArticle</c>; of an address <c>addressNotPublic</c>, <c>addressNotFound</c> …</param>
/// <param name="Message">Names the thing, the place and the way out.</param>
/// <param name="Field">The field of an envelope that is at fault, as a JSON pointer; null otherwise.</param>
public sealed record InputProblem(string Code, string Message, string? Field = null);

/// <summary>What the sender of an address states of the article there. It has the last word over what the page states; null or empty where nothing is stated.</summary>
/// <param name="Published">ISO 8601, a date or a date and time.</param>
public sealed record StatedFacts(string? Title, ImmutableArray<string> Authors, string? Publisher, string? Published)
{
    public static StatedFacts None { get; } = new(null, [], null, null);
}

/// <summary>The text of an article and what its page tells of it. Everything but the text and its language may be unknown.</summary>
/// <param name="Format">The reader that made it: <c>text</c>, <c>html</c>, <c>json</c>.</param>
/// <param name="Language">BCP 47 tag of the language it is written in, or most of it.</param>
/// <param name="Published">As the page states it: a date, or a date and time, ISO 8601.</param>
/// <param name="Others">Where it is in another language; null, and not written, where it is in one: most articles.</param>
public sealed record ArticleText(
    string Text,
    string Format,
    string Language,
    string? Title = null,
    ImmutableArray<string> Authors = default,
    string? Publisher = null,
    string? Published = null,
    string? Url = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ImmutableArray<LanguageStretch>? Others = null)
{
    public ImmutableArray<string> Authors { get; init; } = Authors.IsDefault ? [] : Authors;
}
