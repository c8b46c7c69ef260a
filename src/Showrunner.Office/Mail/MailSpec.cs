namespace Showrunner.Office;

/// <summary>A mail: what a person reads and what comes with it. The same specification gives the same bytes.</summary>
/// <param name="MessageId">Stable and worldwide unique, e.g. <c>sample-4711-shipped@desk.example.com</c>; with or without angle brackets.</param>
/// <param name="Date">When it was written.</param>
/// <param name="Subject">Line breaks become spaces.</param>
/// <param name="Text">For programs that show no HTML; always needed.</param>
/// <remarks>Hidden receivers are no part of a mail: whoever sends it names them to the mail server.</remarks>
public sealed record MailSpec(string MessageId, DateTimeOffset Date, Mailbox From, IReadOnlyList<Mailbox> To, string Subject, string Text)
{
    /// <summary>The same as a whole HTML page; its pictures are named <c>cid:</c> and their <see cref="MailPicture.Id"/>.</summary>
    public string? Html { get; init; }

    public IReadOnlyList<Mailbox> Cc { get; init; } = [];

    /// <summary>Who gets answers, where that is not <see cref="From"/>.</summary>
    public Mailbox? ReplyTo { get; init; }

    /// <summary>Message ids of the conversation this continues, oldest first.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    public IReadOnlyList<MailPicture> Pictures { get; init; } = [];

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];

    /// <summary>An invitation, its change or its cancellation, which calendars offer to accept.</summary>
    public CalendarSpec? Calendar { get; init; }

    /// <summary>Outlook opens the file for editing, with a Send button. A draft may lack receivers.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Written by a program: absence notes do not answer.</summary>
    public bool IsAutomatic { get; init; }
}

/// <summary>A picture inside the HTML.</summary>
/// <param name="Id">Letters, digits, "-", "_" and "."; unique in its mail.</param>
/// <param name="MediaType">E.g. <c>image/png</c>.</param>
public sealed record MailPicture(string Id, string MediaType, ReadOnlyMemory<byte> Content);

/// <summary>A file that comes with the mail.</summary>
/// <param name="Name">In any language; folders before it are left out.</param>
/// <param name="MediaType">E.g. <c>application/pdf</c>.</param>
public sealed record MailAttachment(string Name, string MediaType, ReadOnlyMemory<byte> Content);
