namespace Verify.Host.Extracting;

/// <summary>
/// The lines of a stream, each in a buffer that holds until the next. It waits for input on the thread that asks: compiling what a wait without a thread needs
/// takes a tenth of the time of a run over one line, and Ctrl+C ends a program that waits so at once.
/// </summary>
sealed class LineReader(Stream input)
{
    byte[] buffer = new byte[1 << 16];
    int start, searched, end;
    bool isOver;

    /// <summary>Whether <see cref="Next"/> answers without waiting for more input.</summary>
    public bool HasLine => buffer.AsSpan(start, end - start).Contains((byte)'\n');

    /// <summary>The next line without its end; the last may have none. False where no more come.</summary>
    public bool Next(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            if (buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n') is >= 0 and var at)
            {
                line = buffer.AsSpan(start, searched + at - start);
                start = searched += at + 1;
                return true;
            }
            searched = end;
            if (isOver)
            {
                line = buffer.AsSpan(start, end - start);
                start = end;
                return !line.IsEmpty;
            }
            Fill();
        }
    }

    void Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, searched, end) = (0, searched - start, end - start);
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        var read = input.Read(buffer, end, buffer.Length - end);
        end += read;
        isOver = read == 0;
    }
}
