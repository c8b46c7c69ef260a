namespace Showrunner.Platform;

/// <summary>The description of the API at <c>/openapi/v1.json</c>, for whoever is signed in. A copy is kept in docs/openapi.json.</summary>
internal static class OpenApi
{
    public static IServiceCollection AddApiDescription(this IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = endpoint => endpoint.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            (document.Info.Title, document.Info.Version) = ("Showrunner", "v1");
            document.Servers?.Clear(); // the address is the reader's own
            return Task.CompletedTask;
        });
    });
}
