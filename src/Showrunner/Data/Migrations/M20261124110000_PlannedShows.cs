using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261124110000_PlannedShows")]
public sealed class M20261124110000_PlannedShows : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "planned_show", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            uid = c.Text(),
            title = c.Text(),
            creator_id = c.Long(true),
            creator_name = c.Text(),
            shop_id = c.Long(true),
            shop_name = c.Text(),
            host_name = c.Text(),
            host_email = c.Text(),
            starts_at = c.Instant(),
            minutes = c.Int(),
            place = c.Text(),
            note = c.Text(),
            sequence = c.Int(),
            cancelled_at = c.Instant(true),
            subject_path = c.Text(),
            subject_name = c.Text(),
            author_name = c.Text(),
            created_at = c.Instant(),
        }, t => t.PrimaryKey("pk_planned_show", x => x.id));
        Index(migrationBuilder, "planned_show", ["market_id", "starts_at"]);
        Index(migrationBuilder, "planned_show", ["subject_path"]);
        Table(migrationBuilder, "show_invitation", c => new
        {
            id = c.Id(),
            address = c.Text(),
            name = c.Text(),
            message_id = c.Text(),
            state = c.Text(),
            attempts = c.Int(),
            next_try = c.Instant(),
            problem = c.Text(),
            sent_at = c.Instant(true),
            show_id = c.Long(),
            sequence = c.Int(),
            cancels = c.Bool(),
            language = c.Text(),
            reply_to = c.Text(),
            queued_at = c.Instant(),
            content = c.Text(),
        }, t => t.PrimaryKey("pk_show_invitation", x => x.id));
        Index(migrationBuilder, "show_invitation", ["show_id", "sequence", "address"], unique: true);
        Index(migrationBuilder, "show_invitation", ["state", "next_try"]);
    }
}
