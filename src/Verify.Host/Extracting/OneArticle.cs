using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Verify.Claims;
using Verify.Ingestion;
using Verify.Workflow.Ports;

namespace Verify.Host.Extracting;

/// <summary>One article, read and searched.</summary>
sealed class OneArticle
{
    readonly string name;
    readonly ArticleText text;
    readonly Extraction extraction;

    OneArticle(string name, ArticleText text, Extraction extraction) => (this.name, this.text, this.extraction) = (name, text, extraction);

    /// <exception cref="UserException">The input is no article, or its language is not shipped.</exception>
    public static OneArticle Read(Stream input, string name, string? language)
    {
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var reading = new ArticleReader().Read(new ArticleInput(bytes.ToArray(), FileName: name == "-" ? null : Path.GetFileName(name), Language: language));
        if (reading is ArticleReading.Refused refused) throw new UserException(refused.Problem.Message);
        if (reading is ArticleReading.Elsewhere place) throw new UserException($"{name} only names {place.Address}, and this command fetches nothing. Save that page as a file, or send the address to a desk.");
        var text = ((ArticleReading.Read)reading).Text;
        var extraction = MixedText.Extract(text.Text, text.Language, text.Others ?? [])
            ?? throw new UserException($"{name} is in the language \"{text.Language}\", which is not read yet. Read are: {string.Join(", ", ClaimExtractor.Languages)}; --lang names one.");
        return new(name, text, extraction);
    }

    public void WriteJson()
    {
        using var output = Console.OpenStandardOutput();
        using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        ExtractionJson.Write(json, name, text.Language, text.Text, extraction);
        json.Flush();
        output.WriteByte((byte)'\n');
    }

    public void WriteTable()
    {
        using var output = PlainOutput.Open();
        ExtractionTable.Write(output?.Console ?? AnsiConsole.Console, text.Text, extraction);
    }
}
