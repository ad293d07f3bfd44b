using System.Text;
using Verify.Web.Records;
using Verify.Web.Tests.Desk;

namespace Verify.Web.Tests.Records;

public sealed class ClaimReviewTests
{
    [Fact]
    public async Task A_record_makes_this_ClaimReview()
    {
        await using var desk = await WebDesk.OpenAsync();
        var record = await desk.RecordAsync(await desk.PublishAsync(Samples.Harbour));
        var made = Encoding.UTF8.GetString(ClaimReview.Of(record, "Meja Fakta", "https://desk.example"));
        var golden = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Records", "harbour.golden.json"), TestContext.Current.CancellationToken);
        Assert.Equal(golden.ReplaceLineEndings("\n").TrimEnd('\n'), made);
    }
}
