namespace Binance.AlgoOrders.Tests.Conventions;

/// <summary>A place in a package's sources where one folder uses a type, an extension method or a namespace of another.</summary>
internal sealed record FolderUse(string From, string To, string File, int Line, string Name);
