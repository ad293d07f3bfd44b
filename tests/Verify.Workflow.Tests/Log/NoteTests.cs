using System.Text;
using CsCheck;
using Verify.Workflow.Log.Notes;

namespace Verify.Workflow.Tests.Log;

public sealed class NoteTests
{
    // The example of c2sp.org/signed-note.
    const string PublishedKey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const string PublishedNote =
        "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    static readonly LogSigner Signer = new("example.org/desk", new byte[32]);

    static readonly Checkpoint Eight = new("example.org/desk", 8, PublishedTree.Hash(PublishedTree.Roots[8]));

    [Fact]
    public void The_published_note_is_signed_by_the_published_key()
    {
        Assert.True(VerifierKey.TryParse(PublishedKey, out var key));
        Assert.Equal(("example.com/foo", PublishedKey), (key.Name, key.ToString()));
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(PublishedNote), out var note));
        Assert.Equal("This is an example message.\n", note.Text);
        Assert.True(note.IsSignedBy(key));
        Assert.False(note.IsSignedBy(Signer.Verifier));
    }

    [Theory]
    [InlineData("This", "That")]
    [InlineData("2QOkn8", "2QOkn9")]
    [InlineData("example.com/foo U", "example.com/bar U")]
    [InlineData("message.\n", "message. \n")]
    public void A_note_that_was_changed_is_signed_by_nobody(string part, string other)
    {
        Assert.True(VerifierKey.TryParse(PublishedKey, out var key));
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(PublishedNote.Replace(part, other, StringComparison.Ordinal)), out var note));
        Assert.False(note.IsSignedBy(key));
    }

    [Fact]
    public void Signatures_of_others_beside_the_own_one_do_not_matter_and_a_wrong_one_of_the_own_key_does()
    {
        Assert.True(VerifierKey.TryParse(PublishedKey, out var key));
        var other = Encoding.UTF8.GetString(SignedNote.Sign("This is an example message.\n", Signer)).Split("\n\n")[1];
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(PublishedNote + other), out var note));
        Assert.True(note.IsSignedBy(key) && note.IsSignedBy(Signer.Verifier));
        var wrong = PublishedNote.Split("\n\n")[1].Replace("yaQM=", "yaQI=", StringComparison.Ordinal);
        Assert.True(SignedNote.TryParse(Encoding.UTF8.GetBytes(PublishedNote + wrong), out note));
        Assert.False(note.IsSignedBy(key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("text\n")]
    [InlineData("text\n\n")]
    [InlineData("text\n\n— name\n")]
    [InlineData("text\n\n— name AAAA\n")]
    [InlineData("text\n\n- name AAAAAAAA\n")]
    [InlineData("text\n\n— na+me AAAAAAAA\n")]
    [InlineData("te\txt\n\n— name AAAAAAAA\n")]
    [InlineData("text\n\n— name AAAAAAAA")]
    public void What_is_no_note_is_read_as_none(string text) => Assert.False(SignedNote.TryParse(Encoding.UTF8.GetBytes(text), out _));

    [Fact]
    public void Any_bytes_are_a_note_or_none_and_never_an_error()
    {
        Gen.Byte.Array[0, 200].Sample(bytes => SignedNote.TryParse(bytes, out _) || true);
        Gen.Select(Gen.Int[0, PublishedNote.Length], Gen.Char).Sample(change => SignedNote.TryParse(Encoding.UTF8.GetBytes(PublishedNote.Insert(change.Item1, change.Item2.ToString())), out _) || true);
        Gen.String.Sample(text => VerifierKey.TryParse(text, out _) || true);
    }

    [Theory]
    [InlineData("530d903a", "530d903b")]
    [InlineData("example.com/foo", "example.com/fo")]
    [InlineData("Aeky", "Beky")]
    [InlineData("U2k", "U2l")]
    [InlineData("+", "-")]
    public void A_key_whose_parts_do_not_fit_is_none(string part, string other) => Assert.False(VerifierKey.TryParse(PublishedKey.Replace(part, other, StringComparison.Ordinal), out _));

    // RFC 8032, section 7.1, test 1.
    [Fact]
    public void Signatures_are_those_of_Ed25519()
    {
        using var signer = new LogSigner("verify", Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
        Assert.Equal(
            "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
            Convert.ToHexStringLower(signer.Sign([])));
    }

    [Fact]
    public void A_checkpoint_is_a_note_of_origin_size_and_root()
    {
        var bytes = Eight.Sign(Signer);
        Assert.StartsWith("example.org/desk\n8\nXcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n\n— example.org/desk ", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
        Assert.Equal(bytes, Eight.Sign(Signer));
        Assert.Equal((Eight, null), Checkpoint.Read(bytes, Signer.Verifier));
    }

    [Theory]
    [InlineData("desk\n08\n", "signed")]
    [InlineData("desk\n-1\n", "signed")]
    [InlineData("desk\n8\nAAAA\n", "signed")]
    [InlineData("desk\n", "signed")]
    public void A_note_that_is_no_checkpoint_is_told_so(string text, string why)
    {
        var (checkpoint, whyNot) = Checkpoint.Read(SignedNote.Sign(text + "XcnaeacGWamtVZy3Ad7ZoqudgjqtL0lgz+Nw7/RgQyg=\n", Signer), Signer.Verifier);
        Assert.Null(checkpoint);
        Assert.Contains(why, whyNot, StringComparison.Ordinal);
    }

    [Fact]
    public void A_checkpoint_of_another_key_or_of_another_log_is_none_of_ours()
    {
        using var stranger = new LogSigner("example.org/desk", [.. new byte[31], 1]);
        Assert.Contains("is not signed by the key example.org/desk+", Checkpoint.Read(Eight.Sign(stranger), Signer.Verifier).WhyNot, StringComparison.Ordinal);
        Assert.Contains("is of the log \"elsewhere\"", Checkpoint.Read((Eight with { Origin = "elsewhere" }).Sign(Signer), Signer.Verifier).WhyNot, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a+b")]
    public void A_log_has_a_name_that_fits_into_a_note(string origin) => Assert.Throws<ArgumentException>(() => new LogSigner(origin, new byte[32]));

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(64)]
    public void A_key_of_another_length_is_none(int length) => Assert.Throws<ArgumentException>(() => new LogSigner("verify", new byte[length]));
}
