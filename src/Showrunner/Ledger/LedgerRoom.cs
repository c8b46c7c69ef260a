using Showrunner.Ledger.Columns;
using Showrunner.Ledger.Loading;

namespace Showrunner.Ledger;

public static class LedgerRoom
{
    public static IServiceCollection AddLedger(this IServiceCollection services, ColumnOptions columns)
    {
        services.AddSingleton(columns);
        services.AddSingleton<LedgerColumns>();
        services.AddScoped<LoadFacts>();
        services.AddScoped<UndoLoad>();
        return services;
    }
}
