using System.Text.Json;
using Verify.Claims;
using Verify.Testing.Workflow;
using Verify.Workflow.Ports;
using Verify.Workflow.Reviews;

namespace Verify.Workflow.Tests.Reviews;

/// <summary>Which names a reading takes over, and what it never lets go of.</summary>
public sealed class TakenNamesTests
{
    const EntityKind Person = EntityKind.Person;
    const EntityKind Organisation = EntityKind.Organisation;

    static Reading Read(string language, string text) => ReadingsOf.Text(text, ClaimExtractor.For(language)!.Extract(text), [First(language, text)])[0];

    static Claim First(string language, string text) => ClaimExtractor.For(language)!.Extract(text).Claims[0];

    static EntitiesReading Named(string text, Reading reading, params (EntityKind, string)[] named) =>
        new SentenceEntities(text, FakeEntityFinder.Found(text, named)).Of(reading.Sentence);

    public static TheoryData<string, string, (EntityKind, string)[], string?> Speakers => new()
    {
        { "id", "Budi Santoso memeluk anaknya: \"Ada 500 korban,\" katanya.", [(Person, "Budi Santoso")], "Budi Santoso" },
        { "id", "Sambil menangis, Budi Santoso memeluk anaknya: “Ada 500 korban,” katanya.", [(Person, "Budi Santoso")], "Budi Santoso" },
        { "id", "Bank Muara menjawab lewat surat: “Ada 500 nasabah,” tulisnya.", [(Organisation, "Bank Muara")], "Bank Muara" },
        // Two are named: either may speak.
        { "id", "Budi Santoso memeluk Ani Wijaya: \"Ada 500 korban,\" katanya.", [(Person, "Budi Santoso"), (Person, "Ani Wijaya")], null },
        { "id", "Budi Santoso dari Bank Muara: \"Ada 500 korban,\" katanya.", [(Person, "Budi Santoso"), (Organisation, "Bank Muara")], null },
        // Named, but as what somebody else does something to.
        { "id", "Usai bertemu Joko Wibawa, \"Ada 500 korban,\" katanya.", [(Person, "Joko Wibawa")], null },
        // Named by who speaks.
        { "id", "PT Maju membukukan laba 5 miliar, katanya.", [(Organisation, "PT Maju")], null },
        { "id", "\"Budi marah dan 500 orang datang,\" katanya.", [(Person, "Budi")], null },
        { "id", "“Ada 500 korban,” kata Budi.", [(Person, "Budi")], "Budi" },
        // Quantities speak least of all.
        { "id", "Lima orang menangis: \"Ada 500 korban,\" katanya.", [(EntityKind.Quantity, "Lima orang")], null },
        // The whole name for a part of it.
        { "en", "Yahoo! said 500 users left.", [(Organisation, "Yahoo!")], "Yahoo!" },
        { "en", "Yahoo! said 500 users left.", [(Person, "Yahoo")], "Yahoo" },
        // Names that would swallow what is something else already.
        { "en", "Acme said 500 users left.", [(Organisation, "Acme said")], "Acme" },
        { "en", "Acme said 500 users left.", [(Organisation, "Acme said 500 users")], "Acme" },
        // A name that goes on inside a word is none.
        { "en", "Acme said 500 users left, according to Acmeology.", [(Organisation, "Acme said 500 users left, according to Acme")], "Acme" },
    };

    [Theory, MemberData(nameof(Speakers))]
    public void A_speaker_is_taken_where_nobody_would_hesitate(string language, string text, (EntityKind, string)[] named, string? speaker)
    {
        var reading = Read(language, text);
        var taken = TakenNames.Into(reading, Named(text, reading, named));
        Assert.Equal(speaker, taken.Speaker?.Text);
        if (taken.Speaker is { } phrase) Assert.Equal(phrase.Text, text[phrase.Start..phrase.End]);
        ChangesNothingElse(reading, taken);
    }

    public static TheoryData<string, bool, (EntityKind, string)[], string?> Subjects => new()
    {
        { "Yahoo! grew 5 percent.", false, [(Organisation, "Yahoo!")], "Yahoo!" },
        { "Yahoo! grew 5 percent.", false, [(Organisation, "Yahoo! grew 5")], "Yahoo" },
        { "Over 500 workers left Acme.", false, [(Organisation, "500 workers left Acme")], "Over 500 workers" },
        // The extractor found none (struck out here): the only name before the figure, where it opens its clause.
        { "Acme Corp: up 5 percent on the year.", true, [(Organisation, "Acme Corp")], "Acme Corp" },
        { "Since Acme Corp left, 5 percent of shops are empty.", true, [(Organisation, "Acme Corp")], null },
        { "Acme Corp and Bolt Ltd: up 5 percent on the year.", true, [(Organisation, "Acme Corp"), (Organisation, "Bolt Ltd")], null },
        { "\"Acme Corp: up 5 percent on the year\"", true, [(Organisation, "Acme Corp")], null },
        { "Up 5 percent: Acme Corp.", true, [(Organisation, "Acme Corp")], null },
    };

    [Theory, MemberData(nameof(Subjects))]
    public void A_subject_is_taken_where_nobody_would_hesitate(string text, bool isStruckOut, (EntityKind, string)[] named, string? subject)
    {
        var reading = Read("en", text);
        if (isStruckOut) reading = reading with { Subject = null };
        var taken = TakenNames.Into(reading, Named(text, reading, named));
        Assert.Equal(subject, taken.Subject?.Text);
        ChangesNothingElse(reading, taken);
    }

    [Fact]
    public void What_was_taken_is_told_with_what_the_extractor_had_read()
    {
        const string text = "Yahoo! said 500 users left.";
        var reading = Read("en", text);
        var taken = TakenNames.Into(reading, Named(text, reading, (Organisation, "Yahoo!")));
        Assert.Equal([new TakenName(ReadingPart.Speaker, new(0, 5, "Yahoo"))], taken.Entities!.Taken);
        Assert.Empty(TakenNames.Into(reading, Named(text, reading, (Organisation, "Yahoo"))).Entities!.Taken);
    }

    [Theory]
    [InlineData(0.8, true)]
    [InlineData(0.79, false)]
    public void A_name_that_is_not_sure_is_shown_and_not_taken(double confidence, bool isTaken)
    {
        const string text = "Yahoo! said 500 users left.";
        var reading = Read("en", text);
        var found = new EntityAnswer.Found([new(Organisation, 0, 6, confidence)], [], "by hand");
        var taken = TakenNames.Into(reading, new SentenceEntities(text, found).Of(reading.Sentence));
        Assert.Equal(isTaken ? "Yahoo!" : "Yahoo", taken.Speaker?.Text);
        Assert.Equal("Yahoo!", Assert.Single(taken.Entities!.Named).Text);
    }

    [Fact]
    public void Nothing_is_taken_from_half_an_answer()
    {
        const string text = "Yahoo! said 500 users left.";
        var reading = Read("en", text);
        var found = FakeEntityFinder.Found(text, (Organisation, "Yahoo!")) with { Missing = [new(20, 27, WhyNoEntities.TimedOut)] };
        var taken = TakenNames.Into(reading, new SentenceEntities(text, found).Of(reading.Sentence));
        Assert.Equal("Yahoo", taken.Speaker?.Text);
        Assert.Equal((EntitiesState.Unavailable, WhyNoEntities.TimedOut, "Yahoo!"), (taken.Entities!.State, taken.Entities.Reason, taken.Entities.Named[0].Text));
    }

    static void ChangesNothingElse(Reading before, Reading after)
    {
        Assert.Equal((before.Start, before.Worth), (after.Start, after.Worth));
        Assert.Equal(Written(before), Written(after));
    }

    static string Written(Reading reading) =>
        JsonSerializer.Serialize(reading with { Subject = null, Speaker = null, Entities = null }, WorkflowJson.Stored.Reading);
}
