namespace Showrunner.Web.Gallery;

/// <summary>Marks pages that exist in development only.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class GalleryOnlyAttribute : Attribute;
