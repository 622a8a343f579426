using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Binance.AlgoOrders.Tests.Conventions;

public class TimerTests
{
    // On a source that was made without a TimeProvider it would run on the system's clock. The pool makes its sources with one.
    [Fact]
    public void Only_the_pool_of_attempt_resources_restarts_a_timer()
    {
        IEnumerable<string> users =
            from file in SourcePackage.Of("src/Binance.AlgoOrders").Files
            from access in file.Syntax.DescendantNodes().OfType<MemberAccessExpressionSyntax>()
            where access.Name.Identifier.Text == nameof(CancellationTokenSource.CancelAfter)
            select file.Path;
        Assert.Equal("Internal/Http/AttemptResourcePool.cs", Assert.Single(users));
    }
}
