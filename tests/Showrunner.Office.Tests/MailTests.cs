using System.Text;
using System.Text.Json;

namespace Showrunner.Office.Tests;

/// <summary>Mails as another program reads them.</summary>
public sealed class MailTests
{
    private const string Reader = """
        import sys, json, email, email.header, email.policy, email.utils
        m = email.message_from_binary_file(open(sys.argv[1], 'rb'), policy=email.policy.default)
        def part(p):
            d = {'type': p.get_content_type(), 'defects': [str(x) for x in p.defects], 'name': p.get_filename(), 'id': p['Content-ID'], 'place': p.get_content_disposition(), 'method': p.get_param('method')}
            if p.is_multipart(): d['parts'] = [part(x) for x in p.iter_parts()]
            else:
                d['bytes'] = p.get_payload(decode=True).hex()
                if p.get_content_maintype() == 'text': d['text'] = p.get_content().replace('\r\n', '\n')
            return d
        old = email.message_from_binary_file(open(sys.argv[1], 'rb'))
        people = lambda h: [[str(email.header.make_header(email.header.decode_header(n))), a] for n, a in email.utils.getaddresses([old[h]])] if old[h] else []
        print(json.dumps({'headers': {k: str(v) for k, v in m.items()}, 'count': len(m.items()), 'defects': [str(d) for v in m.values() for d in getattr(v, 'defects', [])],
            'to': people('To'), 'from': people('From'), 'cc': people('Cc'), 'date': m['Date'].datetime.isoformat(), 'body': part(m)}))
        """;

    private static readonly DateTimeOffset Date = new(2026, 11, 23, 9, 5, 0, TimeSpan.FromHours(7));
    private static readonly Mailbox Desk = new("desk@example.com", "Showrunner, \"Jakarta\" desk");

    private static readonly MailSpec Full = new(
        "live-4711@desk.example.com", Date, Desk,
        [new("ayu@example.com", "Ayu Lestari"), new("phuong@bücher.example", "Nguyễn Thị Phương Thảo – Góc bếp của mẹ, Hà Nội và những người bạn"), .. Enumerable.Range(0, 12).Select(i => new Mailbox($"creator{i}@example.com"))],
        "Lịch LIVE tối nay: 11.11 – ​mang đến gấp đôi doanh thu 🎉 và thêm nhiều quà tặng cho người xem", "Halo Ayu,\n\nLIVE tonight at 19:30 = prime time. \n.\nFrom here on: " + string.Concat(Enumerable.Repeat("ờ", 200)) + " ")
    {
        Html = "<html><body><p>Halo <b>Ayu</b> – ờ</p><img src=\"cid:chart-1\"></body></html>",
        Cc = [new("lead@example.com", "Müller")],
        ReplyTo = new("answers@example.com"),
        Answers = ["first@desk.example.com", "<second@desk.example.com>"],
        Pictures = [new("chart-1", "image/png", new byte[] { 0x89, 0x50, 0x4E, 0x47, 13, 10 })],
        Attachments =
        [
            new("brief.pdf", "application/pdf", Encoding.ASCII.GetBytes(new string('x', 500))), new("../../Báo cáo tuần 47 – kết quả của chiến dịch 11.11 tại Thành phố Hồ Chí Minh.xlsx", "application/octet-stream", "abc"u8.ToArray()),
            new("a\r\nX-Evil: \"1\".txt", "text/plain", Array.Empty<byte>()),
        ],
        Calendar = CalendarTests.Invitation,
        IsDraft = true,
        IsAutomatic = true,
    };

    private static byte[] Of(MailSpec spec)
    {
        using var stream = new MemoryStream();
        MailWriter.Write(stream, spec);
        return stream.ToArray();
    }

    [Fact]
    public void Another_program_reads_people_texts_pictures_files_and_the_invitation()
    {
        var file = Of(Full);
        Files.Keep("mail.eml", file);
        var mail = Tools.Python(Reader, "python3", file);
        var headers = mail.GetProperty("headers");
        Assert.Equal(Full.Subject, headers.GetProperty("Subject").GetString());
        Assert.Equal("<live-4711@desk.example.com>", headers.GetProperty("Message-ID").GetString());
        Assert.Equal("<second@desk.example.com>", headers.GetProperty("In-Reply-To").GetString());
        Assert.Equal("1", headers.GetProperty("X-Unsent").GetString());
        Assert.Equal("2026-11-23T09:05:00+07:00", mail.GetProperty("date").GetString());
        Assert.Equal([Desk.Name, "desk@example.com"], Texts(mail.GetProperty("from")[0]));
        Assert.Equal([Full.To[1].Name, "phuong@xn--bcher-kva.example"], Texts(mail.GetProperty("to")[1]));
        Assert.Equal(14, mail.GetProperty("to").GetArrayLength());
        Assert.Equal(["Müller", "lead@example.com"], Texts(mail.GetProperty("cc")[0]));
        Assert.Empty(mail.GetProperty("defects").EnumerateArray());

        var mixed = mail.GetProperty("body");
        Assert.Equal(["multipart/alternative", "application/ics", "application/pdf", "application/octet-stream", "text/plain"], Types(mixed));
        var same = mixed.GetProperty("parts")[0];
        Assert.Equal(["text/plain", "multipart/related", "text/calendar"], Types(same));
        Assert.Equal(Full.Text, same.GetProperty("parts")[0].GetProperty("text").GetString()!.TrimEnd('\n'));
        Assert.Equal(Full.Html, same.GetProperty("parts")[1].GetProperty("parts")[0].GetProperty("text").GetString()!.TrimEnd('\n'));
        var picture = same.GetProperty("parts")[1].GetProperty("parts")[1];
        Assert.Equal(("<chart-1>", "inline", "89504e470d0a"), (picture.GetProperty("id").GetString(), picture.GetProperty("place").GetString(), picture.GetProperty("bytes").GetString()));
        Assert.Equal("REQUEST", same.GetProperty("parts")[2].GetProperty("method").GetString());
        var names = mixed.GetProperty("parts").EnumerateArray().Skip(1).Select(p => p.GetProperty("name").GetString()!).ToList();
        Assert.Equal(["invite.ics", "brief.pdf", "Báo cáo tuần 47 – kết quả của chiến dịch 11.11 tại Thành phố Hồ Chí Minh.xlsx", "a  X-Evil: '1'.txt"], names);
        Assert.Equal(new string('x', 500), Encoding.ASCII.GetString(Convert.FromHexString(mixed.GetProperty("parts")[2].GetProperty("bytes").GetString()!)));
    }

    [Fact]
    public void Lines_are_short_ascii_and_end_as_mail_servers_want()
    {
        var text = Encoding.ASCII.GetString(Of(Full));
        Assert.DoesNotContain('?', text.Replace("=?utf-8?B?", "", StringComparison.Ordinal).Replace("?=", "", StringComparison.Ordinal));
        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line => Assert.True(line.Length <= 78, line));
    }

    [Fact]
    public void The_same_mail_gives_the_same_bytes() => Assert.Equal(Of(Full), Of(Full));

    [Fact]
    public void No_value_adds_a_header_and_what_is_no_address_is_refused()
    {
        var evil = new MailSpec("a@b", Date, new("a@b.example", "Eve\r\nBcc: all@example.com"), [new("c@d.example", "x\u2028Bcc: y")], "Hi\r\nBcc: all@example.com\r\n\r\nbody =?utf-8?B?eA==?=", "Text only");
        var mail = Tools.Python(Reader, "python3", Of(evil));
        Assert.False(mail.GetProperty("headers").TryGetProperty("Bcc", out _));
        Assert.Equal("Hi  Bcc: all@example.com    body =?utf-8?B?eA==?=", mail.GetProperty("headers").GetProperty("Subject").GetString());
        Assert.Equal("text/plain", mail.GetProperty("body").GetProperty("type").GetString());
        foreach (var address in new[] { "", "ayu", "@x", "a@", "a b@c", "a@b\r\nBcc: c@d", "a@b>,<c@d", "a@b@c", ".a@b", "a..b@c", "a@-b", "ä@b", "a@b\u200b" + new string('x', 400), "(a)@b" })
        {
            Assert.False(Mailbox.IsAddress(address), address);
            Assert.Throws<ArgumentException>(() => new Mailbox(address));
        }
        Assert.True(Mailbox.IsAddress("o'neil+live@sub-domain.example.co.id"));
        Assert.Throws<ArgumentException>(() => Of(evil with { MessageId = "a@b>\r\nBcc: c@d" }));
        Assert.Throws<ArgumentException>(() => Of(evil with { Attachments = [new("x", "text/plain\r\nX: y", default)] }));
        Assert.Throws<ArgumentException>(() => Of(evil with { Attachments = [new("x.eml", "message/rfc822", default)] }));
        Assert.Throws<ArgumentException>(() => Of(evil with { Html = "", Pictures = [new("a>b", "image/png", default)] }));
        Assert.Throws<ArgumentException>(() => Of(evil with { Pictures = [new("a", "image/png", default)] }));
        Assert.Throws<ArgumentException>(() => Of(evil with { To = [] }));
        Assert.NotEmpty(Of(evil with { To = [], IsDraft = true }));
    }

    private static IEnumerable<string> Texts(JsonElement array) => array.EnumerateArray().Select(e => e.GetString()!);

    private static IEnumerable<string> Types(JsonElement part) => part.GetProperty("parts").EnumerateArray().Select(p => p.GetProperty("type").GetString()!);
}
