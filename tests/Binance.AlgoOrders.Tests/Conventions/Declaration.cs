namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>A type or extension method of a package, and the folder that declares it. A nested type is found by its outermost type.</summary>
internal sealed record Declaration(string Name, int Arity, string Namespace, string Folder);
