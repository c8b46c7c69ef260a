using System.Text.Json;
using Showrunner.Platform;

namespace Showrunner.Lives.Intake;

/// <summary>A batch as it came: one event a line, a JSON array, or an object whose "events" are one. What is wrong in it does not hold up the rest.</summary>
public static class ReadBatch
{
    public const int MostTold = 100;

    /// <param name="Line">Of the text, or place in the array; from 1.</param>
    public sealed record Wrong(int Line, string Code, IReadOnlyList<object?> Arguments);
    public sealed record Read(List<LiveEvent> Events, List<Wrong> Wrong, int WrongCount);

    public static Read From(ReadOnlySpan<byte> text, ReadEvent reader)
    {
        var read = new State(reader);
        if (text.StartsWith("\uFEFF"u8)) text = text[3..];
        var first = text.IndexOfAnyExcept(" \t\r\n"u8);
        if (first < 0) return read.Done();
        if (text[first] == '[') read.Array(text[first..], 0);
        else if (EventsIn(text) is { } at) read.Array(text, at);
        else read.Lines(text);
        return read.Done();
    }

    /// <summary>Where the array begins, if the whole is one object with "events" in it.</summary>
    private static long? EventsIn(ReadOnlySpan<byte> text)
    {
        var json = new Utf8JsonReader(text);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return null;
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var named = json.ValueTextEquals("events");
                json.Read();
                if (named && json.TokenType == JsonTokenType.StartArray) return json.TokenStartIndex;
                json.Skip();
            }
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException) { /* then it is read by lines, which say what is wrong */ }
        return null;
    }

    private sealed class State(ReadEvent reader)
    {
        private readonly List<LiveEvent> _events = [];
        private readonly List<Wrong> _wrong = [];
        private int _count;

        public Read Done() => new(_events, _wrong, _count);

        public void Lines(ReadOnlySpan<byte> text)
        {
            for (var line = 1; text.Length > 0; line++)
            {
                var end = text.IndexOf((byte)'\n');
                var one = (end < 0 ? text : text[..end]).Trim(" \t\r"u8);
                text = end < 0 ? default : text[(end + 1)..];
                if (one.IsEmpty) continue;
                try
                {
                    var json = new Utf8JsonReader(one);
                    json.Read();
                    var happened = reader.From(ref json);
                    if (json.Read()) throw new Refused("live_event_json");
                    _events.Add(happened);
                }
                catch (Refused refused) { Tell(line, refused); }
                catch (Exception broken) when (broken is JsonException or InvalidOperationException) { Tell(line, new Refused("live_event_json")); }
            }
        }

        public void Array(ReadOnlySpan<byte> text, long at)
        {
            var place = 1;
            var json = new Utf8JsonReader(text[(int)at..], isFinalBlock: true, default);
            try
            {
                json.Read();
                for (; json.Read() && json.TokenType != JsonTokenType.EndArray; place++)
                {
                    var from = json;
                    try { _events.Add(reader.From(ref json)); }
                    catch (Refused refused)
                    {
                        Tell(place, refused);
                        json = from;
                        json.Skip();
                    }
                }
            }
            catch (Exception broken) when (broken is JsonException or InvalidOperationException) { Tell(place, new Refused("live_event_json")); } // nothing behind it can be told apart
        }

        private void Tell(int line, Refused refused)
        {
            _count++;
            if (_wrong.Count < MostTold) _wrong.Add(new(line, refused.Code, refused.Arguments));
        }
    }
}
