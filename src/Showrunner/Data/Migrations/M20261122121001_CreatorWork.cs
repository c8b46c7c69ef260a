using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122121001_CreatorWork")]
public sealed class M20261122121001_CreatorWork : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "creator_label", c => new { id = c.Id(), market_id = c.Long(), kind = c.Text(), name = c.Text(), name_key = c.Text() },
            t => t.PrimaryKey("pk_creator_label", x => x.id));
        Index(build, "creator_label", ["market_id", "kind", "name_key"], unique: true);

        Table(build, "segment", c => new { id = c.Id(), market_id = c.Long(), name = c.Text(), query = c.Text(), person_name = c.Text(), changed_at = c.Instant() },
            t => t.PrimaryKey("pk_segment", x => x.id));
        Index(build, "segment", ["market_id"]);

        Table(build, "creator_action", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            kind = c.Text(),
            field = c.Text(),
            value = c.Text(),
            done_at = c.Instant(),
            person_id = c.Long(true),
            person_name = c.Text(),
            count = c.Long(),
            undoes_id = c.Long(true),
            undone_by_id = c.Long(true),
        }, t => t.PrimaryKey("pk_creator_action", x => x.id));
        Index(build, "creator_action", ["market_id"]);

        Table(build, "creator_step", c => new
        {
            creator_id = c.Long(),
            action_id = c.Long(),
            field = c.Text(),
            old_value = c.Text(),
            new_value = c.Text(),
            old_at = c.Instant(true),
            new_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_creator_step", x => new { x.creator_id, x.action_id }));
        Index(build, "creator_step", ["action_id"]);
    }
}
