using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122140001_CreatorContacts")]
public sealed class M20261122140001_CreatorContacts : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "creator_contact", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            creator_id = c.Long(),
            channel = c.Text(),
            value = c.Text(),
            value_key = c.Text(),
            source = c.Text(),
            added_at = c.Instant(),
            person_name = c.Text(),
        }, t => t.PrimaryKey("pk_creator_contact", x => x.id));
        Index(build, "creator_contact", ["creator_id", "channel", "value_key"], unique: true);
        Index(build, "creator_contact", ["market_id"]);

        Table(build, "creator_consent", c => new
        {
            id = c.Id(),
            creator_id = c.Long(),
            channel = c.Text(),
            state = c.Text(),
            since = c.Instant(),
            source = c.Text(),
            recorded_at = c.Instant(),
            person_name = c.Text(),
        }, t => t.PrimaryKey("pk_creator_consent", x => x.id));
        Index(build, "creator_consent", ["creator_id"]);
    }
}
