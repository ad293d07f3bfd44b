using System.Text;
using Verify.Ingestion.Decoding;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests;

/// <summary>Asks the reader, and insists on the kind of answer.</summary>
static class Reading
{
    static readonly ArticleReader Reader = new();

    public static ArticleReading Of(ReadOnlyMemory<byte> bytes, string? mediaType = null, string? fileName = null, string? language = null) =>
        Reader.Read(new ArticleInput(bytes, mediaType, fileName, language));

    public static ArticleReading Of(string text, string? mediaType = null, string? fileName = null, string? language = null) =>
        Of(Encoding.UTF8.GetBytes(text), mediaType, fileName, language);

    public static ArticleText Text(this ArticleReading reading) => Assert.IsType<ArticleReading.Read>(reading).Text;

    public static InputProblem Problem(this ArticleReading reading) => Assert.IsType<ArticleReading.Refused>(reading).Problem;

    /// <summary>Bytes in an encoding of the code pages.</summary>
    public static byte[] In(string encoding, string text) => StrictEncoding.For(encoding)!.GetBytes(text);
}
