namespace Showrunner.Web;

/// <summary>A page in the menu.</summary>
/// <param name="Group">watch, creators, sellers, campaigns, plan, care, reports; imports and settings stand below.</param>
/// <param name="TextKey">What it is called.</param>
/// <param name="Path">Where it leads.</param>
/// <param name="Icon">Name in assets/icons.svg.</param>
/// <param name="Order">Place in its group.</param>
/// <param name="Permission">Shown only to people who hold it.</param>
public sealed record MenuEntry(string Group, string TextKey, string Path, string Icon, int Order, string? Permission = null);

/// <summary>A component in the top bar, e.g. the running jobs.</summary>
public sealed record TopBarPart(Type Component, int Order);

/// <summary>A component above every page; renders nothing when it has nothing to say.</summary>
public sealed record BannerPart(Type Component);

public static class MenuRegistration
{
    public static IServiceCollection AddMenu(this IServiceCollection services, params MenuEntry[] entries)
    {
        foreach (var entry in entries) services.AddSingleton(entry);
        return services;
    }

    public static IServiceCollection AddTopBar<TComponent>(this IServiceCollection services, int order = 0) =>
        services.AddSingleton(new TopBarPart(typeof(TComponent), order));

    public static IServiceCollection AddBanner<TComponent>(this IServiceCollection services) =>
        services.AddSingleton(new BannerPart(typeof(TComponent)));
}
