using Showrunner.Web;

namespace Showrunner.Lives.Sources;

/// <summary>What people call a source.</summary>
internal static class SourceWords
{
    private const string File = "file:";

    /// <summary>A source of our own in words; one that its sender named as he named it.</summary>
    public static string Of(string source, Say say) => source switch
    {
        _ when source.StartsWith(File, StringComparison.Ordinal) => say["live.source.file", source[File.Length..]],
        "api" or "operator" or "connector" or "demo" or "core_stats" or "trend" or "product_stats" or "shop_lives" => say["live.source." + source],
        _ => source,
    };
}
