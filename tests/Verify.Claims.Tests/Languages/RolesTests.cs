using Verify.Claims.Languages;

namespace Verify.Claims.Tests.Languages;

public sealed class RolesTests
{
    [Fact]
    public void A_set_tells_apart_every_role_that_a_byte_can_number()
    {
        var all = Enumerable.Range(0, Roles.Most).Select(number => (Role)number).ToList();
        Assert.Equal(byte.MaxValue, (byte)all[^1]);
        Assert.All(all, role => Assert.Equal([role], all.Where(Roles.Of(role).Has)));
        Assert.All(all, role => Assert.Equal([role], all.Where(other => Roles.Of(role).Overlaps(Roles.Of(other)))));
    }

    [Fact]
    public void Sets_are_joined_and_taken_apart()
    {
        Role[] far = [(Role)0, (Role)63, (Role)64, (Role)127, (Role)128, (Role)191, (Role)192, (Role)255];
        var all = far.Aggregate(default(Roles), (set, role) => set | Roles.Of(role));
        Assert.Equal(Roles.Of(far), all);
        Assert.All(far, role => Assert.Equal(far.Where(other => other != role), far.Where(all.Without(Roles.Of(role)).Has)));
    }
}
