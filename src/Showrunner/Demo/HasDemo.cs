using Microsoft.EntityFrameworkCore;
using Showrunner.Data;
using Showrunner.Imports;

namespace Showrunner.Demo;

/// <summary>Whether figures of the demo market are in the ledger.</summary>
public static class HasDemo
{
    public static Task<bool> Handle(AppDb db, CancellationToken cancel) =>
        db.Imports.AnyAsync(i => i.IsDemo && i.State == Import.Loaded, cancel);
}
