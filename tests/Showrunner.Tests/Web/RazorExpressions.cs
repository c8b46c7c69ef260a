using System.Text;

namespace Showrunner.Tests.Web;

/// <summary>Takes the C# out of razor markup: expressions, conditions, directives and statements between braces.</summary>
internal static class RazorExpressions
{
    private static readonly string[] Blocks = ["if", "foreach", "for", "switch", "while", "else"];

    internal static string Without(string razor)
    {
        var left = new StringBuilder(razor.Length);
        for (var at = 0; at < razor.Length;)
        {
            if (razor[at] == '@' && at + 1 < razor.Length) at = Expression(razor, at + 1, left);
            else if (StartsBlock(razor, at)) at = Keyword(razor, at);
            else if (razor[at] == ';' || StartsStatement(razor, at)) at = Statement(razor, at);
            else left.Append(razor[at++]);
        }
        return left.ToString();
    }

    private static int Expression(string text, int at, StringBuilder left)
    {
        if (text[at] == '(') return Closing(text, at);
        if (text[at] == '<') return at;
        if (text[at] == '{') { return Closing(text, at); }
        var end = at;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.' && end + 1 < text.Length && char.IsLetter(text[end + 1]))) end++;
        var name = text[at..end];
        if (Blocks.Contains(name)) return Keyword(text, at);
        if (name is "page" or "layout" or "inherits" or "inject" or "using" or "attribute" or "typeparam" or "implements" or "namespace")
            return LineEnd(text, end);
        if (name == "attributes") { left.Append("attributes"); return end; }
        while (end < text.Length && (text[end] is '(' or '[' or '.' or '!' || text[end] == '?' && end + 1 < text.Length && text[end + 1] == '.'))
        {
            if (text[end] is '(' or '[') end = Closing(text, end);
            else if (text[end] is '.' or '?' && end + 1 < text.Length && (char.IsLetter(text[end + 1]) || text[end + 1] == '.'))
            {
                end++;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '.')) end++;
            }
            else if (text[end] == '!') end++;
            else break;
        }
        return end;
    }

    // if (…) { keeps what stands between the braces; only the condition goes.
    private static int Keyword(string text, int at)
    {
        while (at < text.Length && text[at] is not ('(' or '{')) at++;
        return at < text.Length && text[at] == '(' ? Closing(text, at) : at;
    }

    // Inside a block a keyword needs no @: it stands where a statement may start and is followed by what it governs.
    private static bool StartsBlock(string text, int at)
    {
        var word = Blocks.FirstOrDefault(block => string.CompareOrdinal(text, at, block, 0, block.Length) == 0);
        if (word is null || (at > 0 && char.IsLetterOrDigit(text[at - 1]))) return false;
        var rest = text[(at + word.Length)..].TrimStart();
        return text[..at].TrimEnd() is [.., '{' or '}' or ';'] && (rest is ['(' or '{', ..] || rest.StartsWith("if (", StringComparison.Ordinal));
    }

    private static bool StartsStatement(string text, int at) =>
        string.CompareOrdinal(text, at, "var ", 0, 4) == 0 && (at == 0 || char.IsWhiteSpace(text[at - 1]));

    private static int Statement(string text, int at)
    {
        var end = text.IndexOf(';', at);
        return end < 0 ? at + 1 : end + 1;
    }

    private static int LineEnd(string text, int at)
    {
        var end = text.IndexOf('\n', at);
        return end < 0 ? text.Length : end;
    }

    private static int Closing(string text, int at)
    {
        var depth = 0;
        for (; at < text.Length; at++)
        {
            if (text[at] == '"') { at = StringEnd(text, at); continue; }
            if (text[at] is '(' or '[' or '{') depth++;
            if (text[at] is ')' or ']' or '}' && --depth == 0) return at + 1;
            if (text[at] == '\'' && at + 2 < text.Length && text[at + 2] == '\'') at += 2;
        }
        return at;
    }

    private static int StringEnd(string text, int at)
    {
        for (at++; at < text.Length && text[at] != '"'; at++) if (text[at] == '\\') at++;
        return at;
    }
}
