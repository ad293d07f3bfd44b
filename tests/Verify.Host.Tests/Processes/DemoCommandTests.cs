namespace Verify.Host.Tests.Processes;

/// <summary><c>verify demo</c> as a program.</summary>
public sealed class DemoCommandTests
{
    [Fact]
    public async Task The_demo_leaves_its_store_in_the_folder_it_was_given_and_may_be_run_again()
    {
        var data = Directory.CreateTempSubdirectory("verify-demo-test-");
        for (var run = 0; run < 2; run++)
        {
            using var demo = HostProcess.Start("demo", "--data", data.FullName);
            var output = await demo.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await demo.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(demo.ExitCode == 0, output);
            Assert.Equal(2, Directory.GetFiles(Path.Combine(data.FullName, "records"), "*.json", SearchOption.AllDirectories).Length);
        }
        data.Delete(recursive: true);
    }
}
