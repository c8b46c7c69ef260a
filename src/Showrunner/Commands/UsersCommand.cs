using System.CommandLine;
using System.Text.Json;
using Showrunner.Accounts;

namespace Showrunner.Commands;

internal static class UsersCommand
{
    public static Command Make()
    {
        var name = new Argument<string>("NAME");
        var email = new Option<string>("--email") { Required = true };
        var role = new Option<string>("--role") { Description = "admin, manager, analyst or viewer", Required = true };
        var scope = new Option<string[]>("--scope") { Description = "market=VN; again for more, none for all markets" };
        var add = new Command("add", "Invites a person: prints the link with which he sets his password") { name, email, role, scope };
        add.SetAction(async (words, cancel) =>
        {
            await using var instance = await Instance.Open(words, cancel);
            var link = await AddPerson.Handle(words.GetValue(name)!, words.GetValue(email)!, words.GetValue(role)!, words.GetValue(scope) ?? [], instance.Db, instance.Get<TimeProvider>(), cancel);
            Console.Out.WriteLine(words.GetValue(Settings.Json) ? JsonSerializer.Serialize(new { link }, Words.Json) : link);
            return CommandLine.Done;
        });
        return new Command("users", "People who may sign in") { add };
    }
}
