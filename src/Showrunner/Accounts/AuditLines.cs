using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Showrunner.Data;
using Showrunner.Platform;

namespace Showrunner.Accounts;

public static class AuditLines
{
    internal sealed record Line(Actor Actor, string Action, object Subject, string Details);

    internal sealed class Draft
    {
        public List<Line> Lines { get; set; } = [];
        public IDbContextTransaction? Own { get; set; }
    }

    internal static readonly ConditionalWeakTable<DbContext, Draft> Drafts = [];

    extension(AppDb db)
    {
        /// <summary>
        /// Notes what is being done; the next <c>SaveChangesAsync</c> writes it in the same transaction as the change, sealed to the entry before.
        /// </summary>
        /// <param name="actor">Who does it.</param>
        /// <param name="action">Past participle with its subject: <c>person.invited</c>; the text key is <c>audit.person.invited</c>.</param>
        /// <param name="subject">The entity (may be one that is only now being added), or a pair (type, id) of strings.</param>
        /// <param name="details">Old and new values; no secrets.</param>
        public void Audit(Actor actor, string action, object subject, object? details = null)
        {
            var interceptors = db.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>()?.Interceptors;
            if (interceptors?.Any(i => i is AuditChain) != true) throw new InvalidOperationException("This AppDb was not made by AddAccounts: its audit trail would be lost.");
            Drafts.GetOrCreateValue(db).Lines.Add(new(actor, action, subject, JsonSerializer.Serialize(details ?? new { }, JsonSerializerOptions.Web)));
        }

        /// <summary>A transaction that holds the trail's lock from its start: what it counts cannot change until it ends.</summary>
        public async Task<IDbContextTransaction> BeginAlone(CancellationToken cancel)
        {
            var transaction = await db.Database.BeginTransactionAsync(cancel);
            await AuditChain.Lock(db, cancel);
            return transaction;
        }
    }
}
