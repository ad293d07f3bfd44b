using System.Buffers;
using System.IO.Pipelines;
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
    public static async Task<int> RunAsync(Stream input, string? language, CancellationToken cancel)
    {
        if (language is not null && ClaimExtractor.For(language) is null)
            throw new UserException($"--lang {language} is not read yet. Read are: {string.Join(", ", ClaimExtractor.Languages)}.");
        await using var output = Console.OpenStandardOutput();
        var reader = PipeReader.Create(input, new StreamPipeReaderOptions(bufferSize: 1 << 16));
        var buffer = new ArrayBufferWriter<byte>(1 << 16);
        using var json = new Utf8JsonWriter(buffer, Options);
        var lines = new Lines(json, language);
        while (true)
        {
            var read = await reader.ReadAsync(cancel);
            var rest = read.Buffer;
            while (TakeLine(ref rest, read.IsCompleted, out var line))
            {
                if (!lines.Write(line)) continue;
                json.Flush();
                json.Reset();
                buffer.Write("\n"u8);
                if (buffer.WrittenCount >= 1 << 15) Flush(output, buffer);
            }
            // What is there is answered before more is awaited: a program may wait for each answer before it sends the next line.
            Flush(output, buffer);
            reader.AdvanceTo(rest.Start, rest.End);
            if (read.IsCompleted) return lines.Bad > 0 ? 1 : 0;
        }
    }

    static void Flush(Stream output, ArrayBufferWriter<byte> buffer)
    {
        output.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }

    static bool TakeLine(ref ReadOnlySequence<byte> rest, bool isLast, out ReadOnlySequence<byte> line)
    {
        if (rest.PositionOf((byte)'\n') is { } end)
        {
            line = rest.Slice(0, end);
            rest = rest.Slice(rest.GetPosition(1, end));
            return true;
        }
        line = rest;
        if (!isLast || rest.IsEmpty) return false;
        rest = rest.Slice(rest.End);
        return true;
    }

    /// <summary>Answers line after line.</summary>
    sealed class Lines(Utf8JsonWriter json, string? language)
    {
        int number;

        public int Bad { get; private set; }

        /// <returns>False for a blank line, which is no input and gets no answer.</returns>
        public bool Write(ReadOnlySequence<byte> line)
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

        static ReadOnlySequence<byte> AfterMark(ReadOnlySequence<byte> line)
        {
            ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
            return line.Length >= mark.Length && line.Slice(0, mark.Length).ToArray().AsSpan().SequenceEqual(mark) ? line.Slice(mark.Length) : line;
        }

        static bool IsBlank(ReadOnlySequence<byte> line)
        {
            foreach (var part in line)
                if (part.Span.ContainsAnyExcept((byte)' ', (byte)'\t', (byte)'\r')) return false;
            return true;
        }
    }
}
