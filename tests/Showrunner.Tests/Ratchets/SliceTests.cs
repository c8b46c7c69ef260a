using System.Text.RegularExpressions;

namespace Showrunner.Tests.Ratchets;

/// <summary>A slice is a file whose type has a Handle; a test names it, or exercises it in the way said here.</summary>
public sealed partial class SliceTests
{
    /// <summary>Slices that no test names, each with where it is exercised all the same, or that it is not. This list only gets shorter.</summary>
    private static readonly Dictionary<string, string> Unnamed = new()
    {
        ["ChangeMe"] = "PeopleTests posts to /settings/me",
        ["ChangePassword"] = "PeopleTests posts to /settings/me",
        ["ChangePerson"] = "PeopleTests puts /api/people/{id}/role and posts to /settings/people/{id}",
        ["ChoosePassword"] = "SignInTests and PeopleTests open /invite and /reset links",
        ["DisablePerson"] = "PeopleTests puts /api/people/{id}/disabled",
        ["InvitePerson"] = "PeopleTests posts to /api/people",
        ["LinkForPerson"] = "PeopleTests posts to /api/people/{id}/link",
        ["ListPeople"] = "PeopleTests reads /api/people",
        ["RedeemSetup"] = "FirstStartTests posts to /welcome/{token}",
        ["RevokeKey"] = "KeyTests deletes /api/keys/{id}",
        ["SignOut"] = "SignInTests posts to /sign-out",
        ["WelcomeViewer"] = "part of every page a signed-in person opens",
        ["ServeAsset"] = "AssetsTests read /assets and /lib",
        ["OpenBackup"] = "BackupTests restore whole and damaged files",
        ["ReadNames"] = "no test yet: only the query command uses it",
        ["ShowDemoStory"] = "no test yet",
        ["OpenFile"] = "ImportPagesTests post files to /imports",
        ["PreviewImport"] = "ImportPagesTests open an import's page",
        ["ShowImport"] = "ImportPagesTests open an import's page",
        ["ShowProgress"] = "part of the page of an import that is loading",
        ["ListImports"] = "ImportPagesTests read /api/imports",
        ["CancelImport"] = "ImportJobTests post to an import's /cancellation",
        ["UndoImport"] = "ImportPagesTests post to an import's /undoing",
        ["DiscardImport"] = "no test that certainly reaches it",
        ["ChangeImport"] = "no test that certainly reaches it",
        ["DownloadRejected"] = "ImportPagesTests read /rejected.csv",
        ["DeleteMapping"] = "no test that certainly reaches it",
        ["ShowContents"] = "ShowLinesTests open /contents",
        ["ExportLines"] = "ShowLinesTests read /lines/export",
        ["RankGroups"] = "ShopPagesTests open ranked lists",
        ["ExportRanking"] = "ShopPagesTests read /products/export",
        ["FindIds"] = "no test that certainly reaches it",
        ["ChangeTask"] = "TaskTests post to /tasks/{id}",
        ["FinishTask"] = "TaskTests put /api/tasks/{id}/done",
        ["FindChanges"] = "FindingsTests look demo markets through",
        ["FindOpportunities"] = "FindingsTests look demo markets through",
        ["DeleteBoard"] = "BoardTests posts to /boards/{id} and deletes /api/boards/{id}",
        ["RemoveTile"] = "BoardTests deletes /api/boards/{board}/tiles/{id}",
        ["ShowBoard"] = "BoardTests open /boards/{key}",
        ["ListReports"] = "ReportDoorTests read /api/reports",
    };

    [Fact]
    public void Every_slice_has_a_test_that_names_it()
    {
        var tests = string.Concat(Repository.Files("tests", ".cs").Where(file => !file.EndsWith("SliceTests.cs", StringComparison.Ordinal)).Select(file => File.ReadAllText(Repository.Full("tests/" + file))));
        var words = Word().Matches(tests).Select(m => m.Value).ToHashSet();
        var slices = Slices().ToList();
        Assert.True(slices.Count > 30);
        Repository.None(slices.Where(slice => !words.Contains(slice) && !Unnamed.ContainsKey(slice)));
        Repository.None(Unnamed.Keys.Where(slice => words.Contains(slice) || !slices.Contains(slice)).Select(slice => $"{slice} has a test or is gone: take it off the list"));
    }

    private static IEnumerable<string> Slices() => Repository.Files("src/Showrunner", ".cs")
        .Where(file => Handle().IsMatch(Repository.WithoutComments(File.ReadAllText(Repository.Full("src/Showrunner/" + file)))))
        .Select(file => Path.GetFileName(file).Split('.')[0]).Distinct();

    [GeneratedRegex(@"(?:public|internal) [^\n;=(]*\bHandle\(")]
    private static partial Regex Handle();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Word();
}
