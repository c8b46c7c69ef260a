using Microsoft.Extensions.Primitives;

namespace Showrunner.Platform;

/// <summary>Builds the endpoints of a source once. Routing and authorization each ask for all of them, and each asking compiles every one anew: half a second of every start.</summary>
public static class EndpointsOnce
{
    public static void KeepBuiltEndpoints(this IEndpointRouteBuilder app)
    {
        var sources = app.DataSources.ToList();
        app.DataSources.Clear();
        foreach (var source in sources) app.DataSources.Add(new Kept(source));
    }

    private sealed class Kept : EndpointDataSource
    {
        private readonly EndpointDataSource _source;
        private readonly Lock _lock = new();
        private IReadOnlyList<Endpoint>? _built;

        public Kept(EndpointDataSource source)
        {
            _source = source;
            ChangeToken.OnChange(source.GetChangeToken, () => { lock (_lock) _built = null; });
        }

        public override IReadOnlyList<Endpoint> Endpoints
        {
            get { lock (_lock) return _built ??= _source.Endpoints; }
        }

        public override IChangeToken GetChangeToken() => _source.GetChangeToken();
    }
}
