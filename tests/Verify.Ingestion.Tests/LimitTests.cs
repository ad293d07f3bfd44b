using System.Text;
using Verify.Workflow.Ports;

namespace Verify.Ingestion.Tests;

public sealed class LimitTests
{
    [Theory]
    [InlineData("")]
    [InlineData("   \r\n\t ")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\n")]
    public void An_input_without_a_word_is_empty(string text)
    {
        var problem = Reading.Of(text, fileName: "kosong.txt").Problem();

        Assert.Equal(new InputProblem("empty", "\"kosong.txt\" holds no text. Send the article's text."), problem);
    }

    [Fact]
    public void Ten_megabytes_are_read_and_one_byte_more_is_refused_with_both_figures()
    {
        var limit = new byte[10 * 1024 * 1024];
        limit.AsSpan().Fill((byte)'a');

        Assert.Equal(limit.Length, Reading.Of(limit, language: "id").Text().Text.Length);
        Assert.Equal(
            new InputProblem("tooLarge", "The input has 10,485,761 bytes; up to 10,485,760 are read. Send the article alone, or in parts."),
            Reading.Of((byte[])[.. limit, (byte)'a']).Problem());
    }

    [Fact]
    public void The_limit_is_an_option()
    {
        var reader = new ArticleReader(new ReadingLimits { MaxBytes = 4 });

        Assert.Equal("tooLarge", reader.Read(new("12345"u8.ToArray())).Problem().Code);
    }

    public static TheoryData<byte[], string, string> NotText() => new()
    {
        { [.. "%PDF-1.7\n"u8], "unsupportedFormat", "\"berkas\" is a PDF document, which is not read. Send plain text, HTML or JSON." },
        { [.. "PK\u0003\u0004\u0014\0"u8], "unsupportedFormat", "\"berkas\" is a ZIP archive or an Office document (DOCX, XLSX, ODT), which is not read. Send plain text, HTML or JSON." },
        { [0x89, .. "PNG\r\n\u001a\n"u8], "unsupportedFormat", "\"berkas\" is a PNG image, which is not read. Send plain text, HTML or JSON." },
        { [0xFF, 0xD8, 0xFF, 0xE0], "unsupportedFormat", "\"berkas\" is a JPEG image, which is not read. Send plain text, HTML or JSON." },
        { [.. "MZ"u8, 0x90, 0x00, 0x03], "unsupportedFormat", "\"berkas\" is a program, which is not read. Send plain text, HTML or JSON." },
        { [.. "{\\rtf1\\ansi"u8], "unsupportedFormat", "\"berkas\" is an RTF document, which is not read. Send plain text, HTML or JSON." },
        { [.. "\0\0\0\u0018ftypmp42"u8], "unsupportedFormat", "\"berkas\" is an MP4 recording, which is not read. Send plain text, HTML or JSON." },
        { [.. "baris satu\nbaris\0dua"u8], "notText", "\"berkas\" holds a NUL character at line 2, character 6: text has none. Save it as UTF-8 text and send it again." },
        { Encoding.Unicode.GetBytes("tanpa tanda — urutan"), "notText", "\"berkas\" holds a NUL character at line 1, character 2: text has none. Save it as UTF-8 text and send it again." },
        { [.. "a"u8, 0xFF, 0], "notText", "\"berkas\" holds a NUL byte at offset 2: it is a binary file, or UTF-16 without a byte-order mark. Save it as UTF-8 text and send it again." },
        { [.. "\u0001\u0002\u0003\u0004 abc"u8], "notText", "\"berkas\" holds 4 control characters, the first at line 1, character 1: it is no text. Save it as UTF-8 text and send it again." },
    };

    [Theory, MemberData(nameof(NotText))]
    public void What_is_no_text_is_refused_by_its_name(byte[] bytes, string code, string message)
    {
        Assert.Equal(new InputProblem(code, message), Reading.Of(bytes, "text/plain", "berkas").Problem());
    }

    [Fact]
    public void A_stray_control_character_is_no_reason_to_refuse_an_article()
    {
        const string text = "Harga beras naik 15 persen\u001A\n";

        Assert.Equal(text, Reading.Of(text).Text().Text);
    }

    [Theory]
    [InlineData("../../rahasia/laporan.txt", "\"laporan.txt\"")]
    [InlineData("C:\\Users\\budi\\laporan.txt", "\"laporan.txt\"")]
    [InlineData("a\r\nb\u001b[31m.txt", "\"ab[31m.txt\"")]
    [InlineData("", "The input")]
    [InlineData(null, "The input")]
    public void A_message_calls_a_file_by_a_printable_name_without_its_folder(string? fileName, string name)
    {
        Assert.StartsWith(name + " holds no text", Reading.Of("", fileName: fileName).Problem().Message);
    }
}
