namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>The error that an answer's body carried: <c>{"code":-1121,"msg":"Invalid symbol."}</c>.</summary>
internal sealed record ApiError(int Code, string Message);
