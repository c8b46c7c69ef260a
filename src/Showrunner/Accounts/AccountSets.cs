using Microsoft.EntityFrameworkCore;
using Showrunner.Data;

namespace Showrunner.Accounts;

public static class AccountSets
{
    extension(AppDb db)
    {
        public DbSet<Person> People => db.Set<Person>();
        public DbSet<Session> Sessions => db.Set<Session>();
        public DbSet<OneTimeLink> OneTimeLinks => db.Set<OneTimeLink>();
        public DbSet<ApiKey> ApiKeys => db.Set<ApiKey>();
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }
}
