using System.Text.Json;

namespace Verify.Host.Tests.Processes;

/// <summary><c>verify extract</c> as a program: what goes in, what comes out, and with which exit code.</summary>
public sealed class ExtractCommandTests : IDisposable
{
    const string Sentence = "Dinas Pekerjaan Umum menyatakan lebih dari 40 jembatan rusak akibat banjir.";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("verify-extract-");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Delete(recursive: true);

    static async Task<(int Code, string Out, string Error)> RunAsync(string input, params string[] arguments)
    {
        using var process = HostProcess.Start(["extract", .. arguments]);
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, await output, await error);
    }

    [Fact]
    public async Task Lines_are_answered_in_order_and_a_bad_one_in_its_place()
    {
        var input = $$"""
            {"id":"a","lang":"id","text":"{{Sentence}}","expected":[1,2]}
            {"id":"b","text":
            {"id":"c"}
            [1]
            {"id":"d","text":"The city says 12 bridges are closed."}
            {"id":"e","lang":"tlh","text":"Le pont a 12 ans."}
            """;
        var (code, output, _) = await RunAsync(input, "-", "--jsonl");
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToArray();

        Assert.Equal(1, code);
        Assert.Equal(["a", null, null, null, "d", "e"], lines.Select(line => line.GetProperty("id").GetString()));
        Assert.Equal(40, lines[0].GetProperty("quantities")[0].GetProperty("value").GetInt32());
        Assert.StartsWith("line 2:", lines[1].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Contains("\"text\" is missing", lines[2].GetProperty("error").GetString(), StringComparison.Ordinal);
        Assert.Equal("en", lines[4].GetProperty("lang").GetString());
        Assert.Empty(lines[5].GetProperty("quantities").EnumerateArray());
    }

    [Fact]
    public async Task A_line_without_a_language_is_read_paragraph_by_paragraph()
    {
        const string english = "The Ministry of Trade said on Tuesday that the new plant exports more than 60 percent of what it makes to six countries.";
        var (code, output, _) = await RunAsync(JsonSerializer.Serialize(new { id = "a", text = $"{Sentence}\n{Sentence}\n{Sentence}\n{english}" }), "--jsonl");
        var line = JsonDocument.Parse(output).RootElement;

        Assert.Equal((0, "id"), (code, line.GetProperty("lang").GetString()));
        Assert.Equal([40, 40, 40, 60, 6], line.GetProperty("quantities").EnumerateArray().Select(quantity => quantity.GetProperty("value").GetInt32()));
        Assert.Equal([null, null, null, "en", "en"], line.GetProperty("quantities").EnumerateArray().Select(quantity => quantity.TryGetProperty("lang", out var tag) ? tag.GetString() : null));
    }

    [Fact]
    public async Task A_line_is_answered_before_the_next_one_comes()
    {
        using var process = HostProcess.Start(["extract", "--jsonl"]);
        foreach (var id in new[] { "a", "b" })
        {
            await process.StandardInput.WriteLineAsync($$"""{"id":"{{id}}","text":"{{Sentence}}"}""");
            await process.StandardInput.FlushAsync(Cancel);
            var answer = await process.StandardOutput.ReadLineAsync(Cancel);
            Assert.Equal(id, JsonDocument.Parse(answer!).RootElement.GetProperty("id").GetString());
        }
        process.StandardInput.Close();
        await process.WaitForExitAsync(Cancel);
    }

    [Fact]
    public async Task Lines_longer_than_what_is_read_at_once_are_whole()
    {
        var input = string.Join('\n', Enumerable.Range(0, 5).Select(at => JsonSerializer.Serialize(new { id = $"{at}", lang = "id", text = new string('a', at * 100_000) + " " + Sentence })));
        var (code, output, _) = await RunAsync(input, "--jsonl");

        Assert.Equal(0, code);
        Assert.Equal(
            [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1)],
            output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).Select(line => (int.Parse(line.GetProperty("id").GetString()!), line.GetProperty("quantities").GetArrayLength())));
    }

    [Fact]
    public async Task Good_lines_end_with_0()
    {
        var (code, output, error) = await RunAsync($$"""{"id":"a","text":"{{Sentence}}"}""", "-", "--jsonl");
        Assert.Equal((0, "", 1), (code, error, output.Count(letter => letter == '\n')));
    }

    [Fact]
    public async Task In_a_pipe_the_file_may_be_left_out()
    {
        var (code, output, _) = await RunAsync($$"""{"id":"a","text":"{{Sentence}}"}""", "--jsonl");
        Assert.Equal((0, "a"), (code, JsonDocument.Parse(output).RootElement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_byte_order_mark_and_blank_lines_are_no_input()
    {
        var (code, output, _) = await RunAsync($"\uFEFF{{\"id\":\"a\",\"text\":\"x\"}}\r\n\r\n{{\"id\":\"b\",\"text\":\"x\"}}\n\n", "-", "--jsonl");
        Assert.Equal(0, code);
        Assert.Equal(["a", "b"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task One_article_is_one_json_object()
    {
        var (code, output, _) = await RunAsync(Sentence, "-", "--json");
        var quantity = JsonDocument.Parse(output).RootElement.GetProperty("quantities")[0];
        Assert.Equal((0, ">", "lebih dari 40 jembatan"), (code, quantity.GetProperty("relation").GetString(), quantity.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_person_sees_a_table()
    {
        var file = Path.Combine(folder.FullName, "banjir.txt");
        await File.WriteAllTextAsync(file, Sentence, Cancel);
        var (code, output, _) = await RunAsync("", file);
        Assert.Equal(0, code);
        Assert.Contains("> 40", output, StringComparison.Ordinal);
        Assert.Contains("jembatan", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_in_a_pipe_has_lines_no_colours_and_the_text_as_it_is()
    {
        var (code, output, _) = await RunAsync($"{Sentence} Kementerian Kesehatan yang menyatakan hal itu kemarin juga menyebut 12 rumah sakit penuh.", "-", "--lang", "id");
        var lines = output.Split(Environment.NewLine);

        Assert.Equal(0, code);
        Assert.DoesNotContain('\u001b', output);
        Assert.Equal(80, lines.Max(line => line.Length));
        Assert.Contains(lines, line => line.StartsWith("╭───┬─", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("│ # │ Figure ", StringComparison.Ordinal) && line.EndsWith("│ Worth │", StringComparison.Ordinal));
        Assert.Contains("menyebut 12 rumah sakit", string.Join(' ', output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_emoji_by_its_name_and_a_bracket_are_letters_of_the_text()
    {
        var (_, output, _) = await RunAsync("The ministry said the :dog: plant employs more than 4,500 [red] workers.", "-", "--lang", "en");
        Assert.Contains(":dog: plant", output, StringComparison.Ordinal);
        Assert.Contains("[red]", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_is_not_fetched()
    {
        var (code, output, error) = await RunAsync("""{"url": "https://kabar.example/a"}""", "-");
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("only names https://kabar.example/a, and this command fetches nothing", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is a folder", "FOLDER")]
    [InlineData("cannot be read", "FOLDER/missing.txt")]
    [InlineData("exclude each other", "-", "--json", "--jsonl")]
    [InlineData("--lang xx", "-", "--jsonl", "--lang", "xx")]
    [InlineData("holds no", "-")]
    public async Task What_is_wrong_is_said_without_a_stack_trace(string says, params string[] arguments)
    {
        var (code, _, error) = await RunAsync("", [.. arguments.Select(argument => argument.Replace("FOLDER", folder.FullName, StringComparison.Ordinal))]);
        Assert.Equal(1, code);
        Assert.Contains(says, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }
}
