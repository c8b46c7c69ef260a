using System.Text;

namespace Showrunner.Creators.Listing;

/// <summary>A typed word in UTF-8.</summary>
internal sealed class KeyWord(string typed, string plain)
{
    private const byte NewLine = (byte)'\n';
    private readonly byte[] _typed = Encoding.UTF8.GetBytes(typed), _plain = Encoding.UTF8.GetBytes(plain);

    public ReadOnlySpan<byte> Typed => _typed;
    /// <summary>Shorter words are found as they are typed only.</summary>
    public bool MaySlip { get; } = typed.EnumerateRunes().Count() >= KeywordSql.ShortestWithSlip;
    /// <summary>Without accents.</summary>
    public ReadOnlySpan<byte> Plain => _plain;
    public bool HasAccents { get; } = typed != plain;

    /// <summary>
    /// The text begins with the word, or with the word and one slip in it, as <see cref="KeywordSql.Pattern"/> says. Where the two
    /// part is where the slip must be: before it, it would have changed nothing.
    /// </summary>
    public bool IsAlmostAt(ReadOnlySpan<byte> text)
    {
        var same = text.CommonPrefixLength(_typed);
        if (same == _typed.Length) return true;
        if (!MaySlip) return false;
        while ((_typed[same] & 0xC0) == 0x80) same--; // back to where the letter begins
        var here = text[same..];
        ReadOnlySpan<byte> wanted = _typed.AsSpan(same);
        var letter = Letter(wanted);
        var after = wanted[letter..];
        if (here.StartsWith(after)) return true; // missing
        if (!here.IsEmpty && here[0] != NewLine)
        {
            var other = here[Letter(here)..];
            if (other.StartsWith(after) || other.StartsWith(wanted)) return true; // wrong, or one too many
        }
        if (after.IsEmpty) return false;
        var next = Letter(after);
        return here.StartsWith(after[..next]) && here[next..].StartsWith(wanted[..letter]) && here[(next + letter)..].StartsWith(after[next..]); // changed about
    }

    private static int Letter(ReadOnlySpan<byte> text)
    {
        Rune.DecodeFromUtf8(text, out _, out var length);
        return length;
    }
}
