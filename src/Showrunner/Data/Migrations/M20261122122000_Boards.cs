using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Showrunner.Data.Migrations;

[DbContext(typeof(AppDb)), Migration("20261122122000_Boards")]
public sealed class M20261122122000_Boards : AppMigration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var build = migrationBuilder;
        Table(build, "tile_board", c => new
        {
            id = c.Id(),
            market_id = c.Long(),
            owner_id = c.Long(),
            name = c.Text(),
            audience = c.Text(),
            created_at = c.Instant(),
        }, t => t.PrimaryKey("pk_tile_board", x => x.id));
        Index(build, "tile_board", ["market_id"]);
        Index(build, "tile_board", ["owner_id"]);

        Table(build, "board_guest", c => new
        {
            board_id = c.Long(),
            person_id = c.Long(),
        }, t => t.PrimaryKey("pk_board_guest", x => new { x.board_id, x.person_id }));
        Index(build, "board_guest", ["person_id"]);

        Table(build, "tile", c => new
        {
            id = c.Id(),
            board_id = c.Long(),
            name = c.Text(),
            question = c.Text(),
            width = c.Int(),
            place = c.Int(),
        }, t => t.PrimaryKey("pk_tile", x => x.id));
        Index(build, "tile", ["board_id"]);
    }
}
