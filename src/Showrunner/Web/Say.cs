using Showrunner.Platform;

namespace Showrunner.Web;

/// <summary>The texts in the viewer's language: <c>@Say["creators.title"]</c>, <c>@Say["imports.rows", count]</c>.</summary>
public sealed class Say(Texts texts, Viewer viewer)
{
    public string this[string key] => texts.Say(viewer.Language, key);
    public string this[string key, params object?[] arguments] => texts.Say(viewer.Language, key, arguments);

    /// <summary>The sentence of a refusal.</summary>
    public string Refusal(Refused refused) => texts.Say(viewer.Language, "refused." + refused.Code, refused.Arguments);

    /// <summary>Who did something: a person by name, a part of the program in the viewer's language.</summary>
    public string Who(string name) => Has("program." + name.Replace(' ', '_')) ? this["program." + name.Replace(' ', '_')] : name;

    public bool Has(string key) => texts.Has(key);
}
