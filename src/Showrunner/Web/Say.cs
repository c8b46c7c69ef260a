using Showrunner.Platform;

namespace Showrunner.Web;

/// <summary>The texts in the viewer's language: <c>@Say["creators.title"]</c>, <c>@Say["imports.rows", count]</c>.</summary>
public sealed class Say
{
    private readonly Texts _texts;
    private readonly Func<string> _language;

    public Say(Texts texts, Viewer viewer) : this(texts, () => viewer.Language)
    {
    }

    private Say(Texts texts, Func<string> language) => (_texts, _language) = (texts, language);

    /// <summary>For what is written in a language that need not be the viewer's.</summary>
    public static Say In(Texts texts, string language) => new(texts, () => language);

    public string Language => _language();

    public string this[string key] => _texts.Say(_language(), key);
    public string this[string key, params object?[] arguments] => _texts.Say(_language(), key, arguments);

    /// <summary>The sentence of a refusal.</summary>
    public string Refusal(Refused refused) => _texts.Say(_language(), "refused." + refused.Code, refused.Arguments);

    /// <summary>Who did something: a person by name, a part of the program in the viewer's language.</summary>
    public string Who(string name) => Has("program." + name.Replace(' ', '_')) ? this["program." + name.Replace(' ', '_')] : name;

    public bool Has(string key) => _texts.Has(key);
}
