using Verify.Claims.Attribution;
using Verify.Claims.Languages;
using Verify.Claims.Tests.Languages;
using Verify.Claims.Text;

namespace Verify.Claims.Tests.Attribution;

/// <summary>Who says what, where the verb of saying stands last: on languages made up for the case.</summary>
public sealed class VerbLastSayingTests
{
    const string Verbs = """
        "verbs": {"last": true}, "speech": {"verbs": ["ita"], "that": ["to"], "firstPerson": ["ware"]}, "clauses": {"coordinating": ["soko"]}
        """;

    static readonly Language Marking = MadeUp.Language($$"""{{Verbs}}, "particles": {"topics": ["wa"]}""");

    static readonly Language Placing = MadeUp.Language(Verbs);

    [Theory]
    [InlineData("anu mori wa 40 hon uru to ita.", "anu mori", "40 hon uru")]
    [InlineData("anu mori wa, 40 hon uru to ita.", "anu mori", "40 hon uru")]
    [InlineData("soko anu wa 40 hon wa uru to ita.", "anu", "40 hon wa uru")]
    [InlineData("yori yama, anu wa 40 hon uru to ita.", "anu", "40 hon uru")]
    [InlineData("40 hon uru to anu mori wa ita.", "anu mori", "40 hon uru")]
    [InlineData("40 hon uru to, anu mori wa ita.", "anu mori", "40 hon uru")]
    public void Endings_tell_who_speaks_and_what_is_said(string text, string speaker, string content) =>
        Assert.Equal((speaker, content), Read(text, Marking, (in s, at, next, _) => MarkedSaying.TryRead(s, at, next, out var saying) ? saying : null));

    [Theory]
    [InlineData("anu mori 40 hon uru to ita.")]
    [InlineData("anu mori wa 40 hon uru ita.")]
    [InlineData("ware wa 40 hon uru to ita.")]
    [InlineData("to wa ita.")]
    public void Without_its_endings_nobody_speaks(string text) =>
        Assert.Null(Read(text, Marking, (in s, at, next, _) => MarkedSaying.TryRead(s, at, next, out var saying) ? saying : null));

    [Theory]
    [InlineData("anu mori, 40 hon uru ita.", "anu mori", "40 hon uru")]
    [InlineData("Anu Mori 40 hon uru ita", "Anu Mori", "40 hon uru")]
    [InlineData("Anu Mori hon uru ita;", "Anu Mori", "hon uru")]
    public void Places_tell_who_speaks_and_what_is_said(string text, string speaker, string content) =>
        Assert.Equal((speaker, content), Read(text, Placing, (in s, at, next, outline) => PlacedSaying.TryRead(s, at, next, outline, out var saying) ? saying : null));

    [Theory]
    [InlineData("anu mori hon uru ita.")]
    [InlineData("anu mori, 40 hon ita uru.")]
    [InlineData("Anu 8 Mori, 40 hon uru ita.")]
    [InlineData("ware, 40 hon uru ita.")]
    [InlineData("Anu Mori ita.")]
    [InlineData("ita.")]
    public void Out_of_its_place_nobody_speaks(string text) =>
        Assert.Null(Read(text, Placing, (in s, at, next, outline) => PlacedSaying.TryRead(s, at, next, outline, out var saying) ? saying : null));

    [Theory]
    [InlineData("anu mori wa, 40 hon uru to ita.", "anu mori", "40 hon uru")]
    [InlineData("anu mori, 40 hon uru ita.", "anu mori", "40 hon uru")]
    public void Marks_go_before_places(string text, string speaker, string content) =>
        Assert.Equal((speaker, content), Read(text, Marking, (in s, at, _, outline) => VerbLastSaying.TryRead(s, at, outline, out var saying) ? saying : null));

    [Fact]
    public void Where_no_verb_stands_last_neither_is_asked() =>
        Assert.Null(Read("anu mori wa, 40 hon uru to ita.", MadeUp.Language(Verbs.Replace("true", "false", StringComparison.Ordinal)), (in s, at, _, outline) => VerbLastSaying.TryRead(s, at, outline, out var saying) ? saying : null));

    delegate Saying? Reader(in Sentence s, int at, int next, Outline outline);

    static (string Speaker, string Content)? Read(string text, Language language, Reader read) => MadeUp.Ask<(string, string)?>(language, text, (in s, outline) =>
    {
        for (var at = 0; at < s.Count; at++)
        {
            if (s.Match(at, Role.SpeechVerb, out var next) is not null) return read(s, at, next, outline) is { } saying ? (Written(s, saying.Speaker), Written(s, saying.Content)) : null;
        }
        return null;
    });

    static string Written(in Sentence s, Stretch stretch) => s.PlaceOf(stretch) is { } place ? s.Of(place).ToString() : "";
}
