using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("202611220002_Accounts")]
public sealed class M0002_Accounts : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "person", c => new
        {
            id = c.Id(),
            name = c.Text(),
            email = c.Text(),
            email_key = c.Text(),
            role = c.Text(),
            market_scope = c.Text(true),
            language = c.Text(),
            time_zone = c.Text(),
            password_hash = c.Text(true),
            security_stamp = c.Text(),
            failed_attempts = c.Int(),
            locked_until = c.Instant(true),
            disabled_at = c.Instant(true),
            created_at = c.Instant(),
        }, t => t.PrimaryKey("pk_person", x => x.id));
        Index(build, "person", ["email_key"], unique: true);

        Table(build, "session", c => new
        {
            id = c.Id(),
            person_id = c.Long(),
            token_hash = c.Text(),
            security_stamp = c.Text(),
            created_at = c.Instant(),
            last_seen_at = c.Instant(),
            expires_at = c.Instant(),
        }, t => t.PrimaryKey("pk_session", x => x.id));
        Index(build, "session", ["token_hash"], unique: true);
        Index(build, "session", ["person_id"]);

        Table(build, "one_time_link", c => new
        {
            id = c.Id(),
            purpose = c.Text(),
            token_hash = c.Text(),
            person_id = c.Long(true),
            created_at = c.Instant(),
            expires_at = c.Instant(),
            used_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_one_time_link", x => x.id));
        Index(build, "one_time_link", ["token_hash"], unique: true);
        Index(build, "one_time_link", ["person_id"]);

        Table(build, "api_key", c => new
        {
            id = c.Id(),
            person_id = c.Long(),
            name = c.Text(),
            prefix = c.Text(),
            key_hash = c.Text(),
            scopes = c.Text(),
            market_scope = c.Text(true),
            created_at = c.Instant(),
            expires_at = c.Instant(),
            revoked_at = c.Instant(true),
            last_used_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_api_key", x => x.id));
        Index(build, "api_key", ["key_hash"], unique: true);
        Index(build, "api_key", ["person_id"]);

        Table(build, "audit_entry", c => new
        {
            id = c.Id(),
            at = c.Instant(),
            actor_name = c.Text(),
            person_id = c.Long(true),
            action = c.Text(),
            subject_type = c.Text(),
            subject_id = c.Text(),
            details = c.Text(),
            prev_hash = c.Text(),
            hash = c.Text(),
        }, t => t.PrimaryKey("pk_audit_entry", x => x.id));
        Index(build, "audit_entry", ["prev_hash"], unique: true);
        Index(build, "audit_entry", ["person_id"]);
    }
}
