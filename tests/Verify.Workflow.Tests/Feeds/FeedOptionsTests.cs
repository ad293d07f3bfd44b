using Verify.Workflow.Feeds;

namespace Verify.Workflow.Tests.Feeds;

public sealed class FeedOptionsTests
{
    public static TheoryData<FeedOptions, string> Wrong => new()
    {
        { new() { Every = TimeSpan.FromSeconds(59) }, "The setting Every is 00:00:59; it is one minute to one day." },
        { new() { Every = TimeSpan.FromDays(2) }, "The setting Every is 2.00:00:00; it is one minute to one day." },
        { new() { FirstItems = -1 }, "The setting FirstItems is -1; it takes 0 to 1000." },
        { new() { Addresses = default }, "The setting Addresses is missing; it is a list, which may be empty." },
        { new() { Addresses = ["https://a.example/", "https://a.example/"] }, "The setting Addresses is \"https://a.example/\" twice; it names each feed once." },
        { new() { Addresses = [.. Enumerable.Range(0, 1001).Select(n => $"https://a.example/{n}")] }, "The setting Addresses is 1001; it names at most 1000 feeds." },
    };

    [Theory, MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void A_setting_out_of_range_is_named_with_its_range(FeedOptions options, string message) =>
        Assert.Equal(message, Assert.Throws<ArgumentException>(options.Checked).Message);

    [Theory]
    [InlineData("http://a.example/rss", "\"http://a.example/rss\"")]
    [InlineData("/rss", "\"/rss\"")]
    [InlineData("a.example", "\"a.example\"")]
    [InlineData("", "\"\"")]
    [InlineData("ftp://a.example/rss?key=secret", "\"ftp://a.example/rss\"")]
    [InlineData("https://me:secret@a.example/rss", "\"a.example/rss\"")]
    public void An_address_that_is_none_is_named_without_its_secrets(string address, string shown)
    {
        var message = Assert.Throws<ArgumentException>(() => new FeedOptions { Addresses = ["https://b.example/", address] }.Checked()).Message;

        Assert.Equal($"The setting Addresses is {shown}; it names absolute https addresses without a user's name, of at most 2048 characters.", message);
    }

    [Fact]
    public void The_defaults_are_right_and_follow_nothing() => Assert.Empty(new FeedOptions().Checked().Addresses);

    [Theory]
    [InlineData(15, null, 15)]
    [InlineData(15, 5, 15)]
    [InlineData(15, 60, 60)]
    [InlineData(15, 1440, 360)]
    [InlineData(720, 1440, 720)]
    public void A_feed_is_asked_more_seldom_where_it_wishes_that_within_bounds(int every, int? wish, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes), FeedTimes.AfterAnswer(TimeSpan.FromMinutes(every), wish is { } wished ? TimeSpan.FromMinutes(wished) : null));

    [Theory]
    [InlineData(1, null, 15)]
    [InlineData(2, null, 30)]
    [InlineData(5, null, 240)]
    [InlineData(8, null, 1440)]
    [InlineData(1_000_000, null, 1440)]
    [InlineData(1, 5, 15)]
    [InlineData(1, 300, 300)]
    [InlineData(1, 100_000, 1440)]
    public void After_a_failure_it_is_left_alone_longer_and_longer_and_as_long_as_it_asks(int failures, int? retryAfter, int minutes) => Assert.Equal(
        TimeSpan.FromMinutes(minutes), FeedTimes.AfterFailure(TimeSpan.FromMinutes(15), failures, retryAfter is { } asked ? TimeSpan.FromMinutes(asked) : null));
}
