using System.Text;

namespace Verify.Benchmarks.Load;

/// <summary>The emulator's access log, followed as it grows: what an app costs, and when its blobs came to be, without asking either.</summary>
sealed class AccessLog(string path)
{
    long position = new FileInfo(path).Length;
    string rest = "";

    /// <summary>What was answered since the last call.</summary>
    public IReadOnlyList<StoreRequest> ReadOn()
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        file.Position = position;
        var read = new byte[file.Length - position];
        file.ReadExactly(read);
        position += read.Length;
        var lines = (rest + Encoding.Latin1.GetString(read)).Split('\n');
        rest = lines[^1];
        return [.. lines.SkipLast(1).Select(StoreRequest.Parse).OfType<StoreRequest>()];
    }
}
