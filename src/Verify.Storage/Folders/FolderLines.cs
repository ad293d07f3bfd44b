using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace Verify.Storage.Folders;

/// <summary>Where the whole lines of a grown file end; behind that stands at most the torn beginning of one.</summary>
internal static class FolderLines
{
    const int Block = 4096;

    public static long End(SafeFileHandle file, long length)
    {
        var block = ArrayPool<byte>.Shared.Rent(Block);
        try
        {
            for (var end = length; end > 0;)
            {
                var start = Math.Max(0, end - Block);
                var read = RandomAccess.Read(file, block.AsSpan(0, (int)(end - start)), start);
                var newline = block.AsSpan(0, read).LastIndexOf((byte)'\n');
                if (newline >= 0)
                    return start + newline + 1;
                end = start;
            }
            return 0;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> content) => content[..(content.Span.LastIndexOf((byte)'\n') + 1)];

    public static bool IsOne(ReadOnlySpan<byte> lines) => lines.IndexOf((byte)'\n') == lines.Length - 1;
}
