using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Showrunner.Tests.Reports.Sending;

/// <summary>A mail server on a real port that keeps what it takes; its manners are set by the test.</summary>
internal sealed class MailSink : IAsyncDisposable
{
    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _stop = new();
    private readonly X509Certificate2? _certificate;
    private readonly Task _accepting;

    public sealed record Mail(string To, string Content, bool Encrypted)
    {
        public string MessageId => Content.Split('\n').First(l => l.StartsWith("Message-ID:", StringComparison.OrdinalIgnoreCase))[11..].Trim();
    }

    public ConcurrentQueue<Mail> Taken { get; } = new();
    public int Port { get; }

    /// <summary>Takes letters only after STARTTLS.</summary>
    public bool Encrypts { get; set; }

    /// <summary>The sink's certificate, for programs that are to trust it.</summary>
    public string Pem => _certificate!.ExportCertificatePem();

    /// <summary>What is answered to a recipient; null takes it.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>What happens between the letter's last line and the server's word that it has it.</summary>
    public Func<string, Task> Pause { get; set; } = _ => Task.CompletedTask;

    public MailSink(bool encrypted = false, int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        Encrypts = encrypted;
        if (encrypted)
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var names = new SubjectAlternativeNameBuilder();
            names.AddIpAddress(IPAddress.Loopback);
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
            using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(40), DateTimeOffset.UnixEpoch.AddYears(120));
            _certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
        }
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = Accept();
    }

    private async Task Accept()
    {
        try
        {
            while (true) _ = Talk(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (OperationCanceledException) { }
    }

    private async Task Talk(TcpClient client)
    {
        using var owned = client;
        try
        {
            Stream stream = client.GetStream();
            var encrypted = false;
            using var first = new StreamReader(stream, Encoding.UTF8, false, 1, leaveOpen: true);
            var reader = first;
            await Say(stream, "220 sink");
            var to = "";
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line.StartsWith("EHLO", StringComparison.OrdinalIgnoreCase)) await Say(stream, Encrypts && !encrypted ? "250-sink\r\n250 STARTTLS" : "250 sink");
                else if (line.StartsWith("STARTTLS", StringComparison.OrdinalIgnoreCase) && Encrypts)
                {
                    await Say(stream, "220 go on");
                    var secure = new SslStream(stream);
                    await secure.AuthenticateAsServerAsync(_certificate!);
                    (stream, encrypted, reader) = (secure, true, new StreamReader(secure, Encoding.UTF8, false, 1, leaveOpen: true));
                }
                else if (line.StartsWith("MAIL", StringComparison.OrdinalIgnoreCase)) await Say(stream, Encrypts && !encrypted ? "530 Must issue a STARTTLS command first" : "250 ok");
                else if (line.StartsWith("RCPT", StringComparison.OrdinalIgnoreCase))
                {
                    to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
                    await Say(stream, Answer(to) ?? "250 ok");
                }
                else if (line.StartsWith("DATA", StringComparison.OrdinalIgnoreCase))
                {
                    await Say(stream, "354 go on");
                    var content = new StringBuilder();
                    while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".") content.AppendLine(part);
                    await Pause(to);
                    Taken.Enqueue(new Mail(to, content.ToString(), encrypted));
                    await Say(stream, "250 taken");
                }
                else if (line.StartsWith("QUIT", StringComparison.OrdinalIgnoreCase)) { await Say(stream, "221 bye"); return; }
                else await Say(stream, "250 ok");
            }
        }
        catch (Exception broken) when (broken is IOException or OperationCanceledException or SocketException) { } // who calls may hang up
    }

    private static async Task Say(Stream stream, string line)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"));
        await stream.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _certificate?.Dispose();
        _stop.Dispose();
    }
}
