using Verify.Host.Serving;

namespace Verify.Host.Tests.Serving;

/// <summary>Where a desk remembers its log.</summary>
public sealed class DataPlacesTests
{
    [Fact]
    public void A_folder_is_remembered_beside_its_keys() => Assert.Equal(Path.GetFullPath("desk/.keys"), DataPlaces.MemoryOf("desk"));

    [Theory]
    [InlineData("https://desk.blob.core.windows.net/verify", "desk.blob.core.windows.net-verify")]
    [InlineData("https://Desk.blob.core.windows.net/verify/?sv=1&sig=secret%2F", "desk.blob.core.windows.net-verify")]
    [InlineData("http://127.0.0.1:10000/devstoreaccount1/verify", "127.0.0.1-10000-devstoreaccount1-verify")]
    public void Each_container_has_a_folder_of_its_own_among_the_keys_of_the_machine(string address, string name) =>
        Assert.Equal(Path.Combine(DataPlaces.KeysOf(address), name), DataPlaces.MemoryOf(address));
}
