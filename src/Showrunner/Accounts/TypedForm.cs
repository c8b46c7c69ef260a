using Microsoft.AspNetCore.Http.HttpResults;
using Showrunner.Data;
using Showrunner.Platform;
using Showrunner.Web;
using Showrunner.Web.Components;

namespace Showrunner.Accounts;

/// <summary>What a person typed into a form that was refused, and why; or a secret that is shown once. One per request.</summary>
public sealed class TypedForm
{
    private IFormCollection? _form;

    public Refused? Refusal { get; private set; }
    /// <summary>A link or key that this answer shows and no other.</summary>
    public string? ShownOnce { get; private set; }

    public string Value(string name, string otherwise = "") => _form is { } form && form.TryGetValue(name, out var value) ? value.ToString() : otherwise;
    public IReadOnlyList<string>? Values(string name) => _form is null ? null : [.. _form[name].OfType<string>()];

    public void Show(string secret) => ShownOnce = secret;
    internal void Refuse(Refused refused, IFormCollection form) => (Refusal, _form) = (refused, form);

    /// <summary>
    /// Answers a form: the browser is sent on to the path that <paramref name="act"/> gives; without a path, or when it refuses,
    /// the page of this address is shown again. So a form posts to the address of its page.
    /// </summary>
    public static async Task<IResult> Answer(HttpContext context, IFormCollection form, Func<Task<string?>> act)
    {
        var typed = context.RequestServices.GetRequiredService<TypedForm>();
        try
        {
            if (await act() is { } next) return Results.Redirect(LocalPath.Or(next, "/"));
            context.Response.Headers.CacheControl = "no-store";
            return new RazorComponentResult<App>();
        }
        catch (Refused refused) when (refused.Code is not ("not_allowed" or "not_found"))
        {
            typed.Refuse(refused, form);
            context.RequestServices.GetRequiredService<AppDb>().ChangeTracker.Clear();
            return new RazorComponentResult<App> { StatusCode = RefusedHandler.StatusOf(refused.Code) };
        }
    }
}
