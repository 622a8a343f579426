using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Replaces the network with random responses, and records them.</summary>
internal sealed class FuzzedNetwork(Dice dice) : HttpMessageHandler
{
    private readonly List<FuzzedResponse> _answers = [];

    public IReadOnlyList<FuzzedResponse> Answers => _answers;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        string[] target = request.RequestUri!.PathAndQuery.Split('?', 2);
        string query = target.ElementAtOrDefault(1) ?? "";
        string operation = target[0].Split('/')[^1];
        FuzzedResponse answer = Draw(request.Method, operation, query);
        (byte[] body, bool isBroken) = (answer.Body, answer.IsBroken);
        _answers.Add(answer);
        var response = new HttpResponseMessage((System.Net.HttpStatusCode)answer.Status)
        {
            Content = isBroken ? new StreamContent(new BreakingStream(body)) : new ByteArrayContent(body),
        };
        FuzzedHeaders.Add(dice, response);
        return Task.FromResult(response);
    }

    // Only an order that is unknown several times in a row is not found.
    private FuzzedResponse Draw(HttpMethod method, string operation, string query)
    {
        if (method == HttpMethod.Get && operation == "algoOrder" && dice.Chance(0.2))
        {
            return new FuzzedResponse(method, operation, query, Status: 400, [.. """{"code":-2013,"msg":"Order does not exist."}"""u8], IsBroken: false);
        }

        byte[] body = BodyGenerator.Generate(dice, method, operation, query);
        bool isBroken = dice.Chance(0.03);
        return new FuzzedResponse(method, operation, query, dice.OneOf(FuzzedHeaders.Statuses), body, isBroken);
    }

    private sealed class BreakingStream(byte[] body) : MemoryStream(body)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Read(buffer.Span) is > 0 and var read ? ValueTask.FromResult(read) : throw new IOException("The connection was reset.");
    }
}
