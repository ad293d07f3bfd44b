using System.Text;

namespace Verify.Ingestion.Tests;

public sealed class EncodingTests
{
    const string Quoted = "Menteri berkata, “Harga beras naik 15 persen menjadi Rp14.500.” Stok – sekitar 1,2 juta ton – masih cukup.\r\n";

    public static TheoryData<string, byte[], string?> Decoded() => new()
    {
        { Quoted, Encoding.UTF8.GetBytes(Quoted), null },
        { Quoted, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Quoted)], null },
        { Quoted, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Quoted)], "text/plain; charset=windows-1252" },
        { Quoted, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Quoted)], null },
        { Quoted, [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(Quoted)], null },
        { Quoted, [0xFF, 0xFE, 0, 0, .. Encoding.UTF32.GetBytes(Quoted)], null },
        { Quoted, Reading.In("windows-1252", Quoted), null },
        { Quoted, Reading.In("windows-1252", Quoted), "text/plain; charset=\"ISO-8859-1\"" },
        { Quoted, Reading.In("windows-1252", Quoted), "text/plain; charset=Windows-1252" },
        { Quoted, Encoding.BigEndianUnicode.GetBytes(Quoted), "text/plain; charset=utf-16be" },
        { "“Kami punya 500 pegawai,” kata Budi.", Reading.In("windows-1252", "“Kami punya 500 pegawai,” kata Budi."), null },
        { "It’s £5 million.", Reading.In("windows-1252", "It’s £5 million."), null },
        { "Presiden José Ramos-Horta: 45 persen", Reading.In("windows-1252", "Presiden José Ramos-Horta: 45 persen"), null },
        { "政府宣布了三项新措施，预算为三百万元。", Reading.In("gb18030", "政府宣布了三项新措施，预算为三百万元。"), null },
        { "Правительство выделило 300 миллионов рублей на школы.", Reading.In("windows-1251", "Правительство выделило 300 миллионов рублей на школы."), null },
    };

    [Theory, MemberData(nameof(Decoded))]
    public void Text_comes_out_as_it_was_written_without_its_byte_order_mark(string expected, byte[] bytes, string? mediaType)
    {
        Assert.Equal(expected, Reading.Of(bytes, mediaType).Text().Text);
    }

    public static TheoryData<byte[], string?, string> Undecodable() => new()
    {
        {
            [.. "“Naik” – 15 persen, kata "u8, 0xE9, .. " itu"u8], null,
            "The input is not valid utf-8: the byte 0xE9 at offset 31 cannot be decoded. Save it as UTF-8 text and send it again."
        },
        {
            [.. "naik 15 "u8, 0x93, .. "persen"u8], "text/plain; charset=utf-8",
            "The input is not valid utf-8: the byte 0x93 at offset 8 cannot be decoded. Save it as UTF-8 text and send it again."
        },
        {
            [0xEF, 0xBB, 0xBF, .. "naik "u8, 0xC3], null,
            "The input is not valid utf-8: the byte 0xC3 at offset 8 cannot be decoded. Save it as UTF-8 text and send it again."
        },
        {
            [0xFF, 0xFE, 0x41, 0x00, 0x00, 0xD8, 0x42, 0x00], null,
            "The input is not valid utf-16: the byte 0x00 at offset 4 cannot be decoded. Save it as UTF-8 text and send it again."
        },
        {
            [.. "naik"u8], "text/plain; charset=klingon",
            "The input is declared as charset \"klingon\", which is not known. Save it as UTF-8 text and send it again."
        },
        {
            [0xED, 0xA0, 0x80], "text/plain; charset=utf-8",
            "The input is not valid utf-8: the byte 0xED at offset 0 cannot be decoded. Save it as UTF-8 text and send it again."
        },
        {
            [.. Enumerable.Range(0, 400).Select(i => (byte)(0x80 + i * 37 % 0x80))], null,
            "The input is not UTF-8 (byte 0x80 at offset 0) and its encoding could not be told. Save it as UTF-8, or declare its charset."
        },
    };

    [Theory, MemberData(nameof(Undecodable))]
    public void Bytes_that_do_not_decode_are_refused_with_their_place(byte[] bytes, string? mediaType, string message)
    {
        var problem = Reading.Of(bytes, mediaType).Problem();

        Assert.Equal(("invalidEncoding", message), (problem.Code, problem.Message));
    }

    [Fact]
    public void The_article_is_named_by_the_bytes_as_received()
    {
        byte[] bytes = [0xEF, 0xBB, 0xBF, .. "Harga naik 5 persen"u8];

        Assert.Equal(bytes, Assert.IsType<Workflow.Ports.ArticleReading.Read>(Reading.Of(bytes)).Raw);
    }
}
