using Showrunner.Platform;
using Showrunner.Platform.Jobs;

namespace Showrunner.Commands;

/// <summary>Progress on standard error: a bar on a terminal, elsewhere a line every few seconds.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly Timer _timer;
    private readonly string _what;
    private readonly JobTicket _ticket;
    private readonly Texts _texts;
    private readonly bool _terminal = !Console.IsErrorRedirected;
    private string _last = "";

    public ProgressLine(string what, JobTicket ticket, Texts texts)
    {
        (_what, _ticket, _texts) = (what, ticket, texts);
        var every = TimeSpan.FromMilliseconds(_terminal ? 250 : 3000);
        _timer = new Timer(_ => Write(), null, every, every);
    }

    private void Write()
    {
        if (_ticket.Done == 0) return;
        var share = _ticket.Total > 0 ? Math.Min(1, (double)_ticket.Done / _ticket.Total) : 0;
        var step = _ticket.Step.Length > 0 ? _texts.Say("en", _ticket.Step) : "";
        var bar = new string('█', (int)(share * 24)).PadRight(24, '░');
        var line = _terminal ? $"\r  {_what}  {bar} {share,4:P0}  {step}   " : $"{_what}: {share:P0} {step}\n";
        if (line == _last) return;
        _last = line;
        Console.Error.Write(line);
    }

    public void Dispose()
    {
        _timer.Dispose();
        if (_last.Length > 0 && _terminal) Console.Error.Write("\r".PadRight(78) + "\r");
    }
}
