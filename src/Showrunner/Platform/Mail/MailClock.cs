namespace Showrunner.Platform.Mail;

/// <summary>Sends what waits, of every kind of letter that a room has registered with <c>AddOutgoing</c>.</summary>
public sealed class MailClock(IServiceScopeFactory scopes, IEnumerable<OutgoingKind> kinds, ILogger<MailClock> log) : Rounds(log)
{
    private readonly ILogger _log = log;

    protected override async Task Round(CancellationToken cancel)
    {
        foreach (var kind in kinds)
        {
            using var scope = scopes.CreateScope();
            try { await ((Outgoing)scope.ServiceProvider.GetRequiredService(kind.Type)).Handle(cancel); }
            catch (Exception problem) when (problem is not OperationCanceledException) { _log.LogError(problem, "Letters of {Kind} wait for the next round", kind.Type.Name); } // those of another room go on
        }
    }
}

/// <summary>A kind of letters that somebody registered.</summary>
public sealed record OutgoingKind(Type Type);

public static class OutgoingRegistration
{
    /// <summary>Adds a room's letters to those that are sent by themselves.</summary>
    public static IServiceCollection AddOutgoing<TOutgoing>(this IServiceCollection services) where TOutgoing : Outgoing =>
        services.AddScoped<TOutgoing>().AddSingleton(new OutgoingKind(typeof(TOutgoing)));
}
