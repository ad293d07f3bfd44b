using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Verify.Claims;
using Verify.Ingestion.Languages;

namespace Verify.Host.Extracting;

/// <summary>Reads one text a line and writes one extraction a line, in the same order; a bad line yields an error in its place and the run goes on.</summary>
static class JsonLines
{
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <returns>0, or 1 when a line was bad.</returns>
    public static int Run(Stream input, string? language)
    {
        if (language is not null && ClaimExtractor.For(language) is null)
            throw new UserException($"--lang {language} is not read yet. Read are: {string.Join(", ", ClaimExtractor.Languages)}.");
        using var output = Console.OpenStandardOutput();
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer, Options);
        var lines = new Lines(json, language);
        var reader = new LineReader(input);
        while (reader.Next(out var line))
        {
            if (lines.Write(line))
            {
                json.Flush();
                json.Reset();
                buffer.Write("\n"u8);
            }
            // What is there is answered before more is awaited: a program may wait for each answer before it sends the next line.
            if (buffer.WrittenCount >= 1 << 15 || !reader.HasLine) Flush(output, buffer);
        }
        return lines.Bad > 0 ? 1 : 0;
    }

    static void Flush(Stream output, ArrayBufferWriter<byte> buffer)
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    /// <summary>Answers line after line.</summary>
    sealed class Lines(Utf8JsonWriter json, string? language)
    {
        int number;

        public int Bad { get; private set; }

        /// <returns>False for a blank line, which is no input and gets no answer.</returns>
        public bool Write(ReadOnlySpan<byte> line)
        {
            number++;
            if (number == 1) line = AfterMark(line);
            if (IsBlank(line)) return false;
            if (JsonLine.Read(line) is var (read, error) && error is not null)
            {
                Bad++;
                json.WriteStartObject();
                json.WriteNull("id"u8);
                json.WriteString("error"u8, $"line {number}: {error}");
                json.WriteEndObject();
                return true;
            }
            var found = (read.Language ?? language) is { } stated ? new(stated, []) : ParagraphLanguages.Find(read.Text);
            var extraction = MixedText.Extract(read.Text, found.Language, found.Others) ?? Extraction.Empty;
            ExtractionJson.Write(json, read.Id, found.Language, read.Text, extraction);
            return true;
        }

        static ReadOnlySpan<byte> AfterMark(ReadOnlySpan<byte> line) => line is [0xEF, 0xBB, 0xBF, .. var rest] ? rest : line;

        static bool IsBlank(ReadOnlySpan<byte> line)
        {
            foreach (var sign in line)
                if (sign is not ((byte)' ' or (byte)'\t' or (byte)'\r')) return false;
            return true;
        }
    }
}
