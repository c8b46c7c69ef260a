using System.Runtime.InteropServices;

namespace Showrunner.DuckDb.Native;

/// <summary>
/// A native object that keeps its owner open: the owner's memory goes only after the last thing made from it,
/// in whatever order (or on whatever finalizer thread) the handles are let go.
/// </summary>
internal abstract class OwnedHandle : SafeHandle
{
    private readonly SafeHandle? owner;

    protected OwnedHandle(nint raw, SafeHandle? owner) : base(0, ownsHandle: true)
    {
        if (raw != 0 && owner is not null)
        {
            var held = false;
            owner.DangerousAddRef(ref held);
            this.owner = owner;
        }
        SetHandle(raw);
    }

    public override bool IsInvalid => handle == 0;

    protected abstract void Destroy(nint raw);

    protected sealed override bool ReleaseHandle()
    {
        Destroy(handle);
        owner?.DangerousRelease();
        return true;
    }
}
