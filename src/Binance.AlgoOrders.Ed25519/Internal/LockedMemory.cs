using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.Internal;

/// <summary>Memory of libsodium that holds a secret key. Freed, and zeroed, only when no call uses it any more.</summary>
internal sealed class LockedMemory() : SafeHandle(invalidHandleValue: 0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle()
    {
        Sodium.Free(handle);
        return true;
    }
}
