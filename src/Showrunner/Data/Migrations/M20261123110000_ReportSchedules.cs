using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261123110000_ReportSchedules")]
public sealed class M20261123110000_ReportSchedules : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Table(migrationBuilder, "report_schedule", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            name = c.Text(),
            report = c.Text(),
            subject = c.Text(),
            subject_name = c.Text(),
            span = c.Text(),
            compare = c.Text(),
            language = c.Text(),
            formats = c.Text(),
            every = c.Text(),
            day = c.Int(),
            minute = c.Int(),
            skips_days_off = c.Bool(),
            needs_approval = c.Bool(),
            owner_id = c.Long(),
            owner_name = c.Text(),
            created_at = c.Instant(),
            paused_at = c.Instant(true),
            next_due = c.Instant(),
        }, t => t.PrimaryKey("pk_report_schedule", x => x.id));
        Index(migrationBuilder, "report_schedule", ["market_id"]);
        Table(migrationBuilder, "report_recipient", c => new { id = c.Id(), schedule_id = c.Long(), kind = c.Text(), value = c.Text() }, t => t.PrimaryKey("pk_report_recipient", x => x.id));
        Index(migrationBuilder, "report_recipient", ["schedule_id"]);
        Table(migrationBuilder, "report_issue", c => new
        {
            id = c.Id(),
            schedule_id = c.Long(),
            schedule_name = c.Text(),
            market_id = c.Long(),
            report = c.Text(),
            language = c.Text(),
            from_day = c.Day(),
            to_day = c.Day(),
            subject = c.Text(),
            compare = c.Text(),
            title = c.Text(),
            what = c.Text(),
            as_of = c.Text(),
            change = c.Long(),
            due_at = c.Instant(),
            made_at = c.Instant(),
            problem = c.Text(true),
            state = c.Text(),
            decided_by = c.Text(),
            decided_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_report_issue", x => x.id));
        Index(migrationBuilder, "report_issue", ["schedule_id", "due_at"], unique: true);
        Index(migrationBuilder, "report_issue", ["market_id"]);
        Table(migrationBuilder, "issue_file", c => new
        {
            issue_id = c.Long(),
            format = c.Text(),
            file_name = c.Text(),
            content_type = c.Text(),
            bytes = c.Long(),
            sha256 = c.Text(),
            content = c.Text(),
        }, t => t.PrimaryKey("pk_issue_file", x => new { x.issue_id, x.format }));
        Table(migrationBuilder, "issue_figure", c => new
        {
            issue_id = c.Long(),
            place = c.Int(),
            metric = c.Text(),
            label = c.Text(),
            shown = c.Text(),
            comparison = c.Text(),
            value = c.Text(),
            before = c.Text(),
            reading = c.Text(),
        }, t => t.PrimaryKey("pk_issue_figure", x => new { x.issue_id, x.place }));
        Table(migrationBuilder, "report_delivery", c => new
        {
            id = c.Id(),
            issue_id = c.Long(),
            address = c.Text(),
            name = c.Text(),
            message_id = c.Text(),
            state = c.Text(),
            attempts = c.Int(),
            next_try = c.Instant(),
            problem = c.Text(),
            sent_at = c.Instant(true),
        }, t => t.PrimaryKey("pk_report_delivery", x => x.id));
        Index(migrationBuilder, "report_delivery", ["issue_id", "address"], unique: true);
        Index(migrationBuilder, "report_delivery", ["state", "next_try"]);
    }
}
