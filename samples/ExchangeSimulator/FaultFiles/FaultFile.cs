using System.Text.Json;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>The faults of a file, or the errors in it.</summary>
internal sealed class FaultFile
{
    private static readonly JsonDocumentOptions JsonOptions = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly List<Action<SimulatedExchange>> _entries = [];
    private readonly List<string> _errors = [];

    private FaultFile()
    {
    }

    /// <summary>Gets the errors, each a sentence. Without one, the file is valid.</summary>
    public IReadOnlyList<string> Errors => _errors;

    /// <summary>Reads a file.</summary>
    /// <param name="file">The file.</param>
    public static FaultFile Read(FileInfo file)
    {
        try
        {
            return Parse(file.ToString(), File.ReadAllText(file.FullName));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            var invalid = new FaultFile();
            invalid._errors.Add($"--faults must be a file that can be read, but: {unreadable.Message}");
            return invalid;
        }
    }

    /// <summary>Reads the text of a file.</summary>
    /// <param name="name">The name of the file, for the errors.</param>
    /// <param name="text">The text.</param>
    public static FaultFile Parse(string name, string text)
    {
        var faults = new FaultFile();
        try
        {
            using var document = JsonDocument.Parse(text, JsonOptions);
            faults.Add(name, document.RootElement);
        }
        catch (JsonException malformed)
        {
            faults._errors.Add($"{name} must be a JSON array of faults, but: {malformed.Message}");
        }

        return faults;
    }

    /// <summary>Arms the faults in their order.</summary>
    /// <param name="exchange">The exchange.</param>
    public void Arm(SimulatedExchange exchange) => _entries.ForEach(arm => arm(exchange));

    private static Action<SimulatedExchange> Read(JsonElement entry)
    {
        var members = new FaultMembers(entry);
        if (members.Has("fault") == members.Has("pushFault"))
        {
            throw new InvalidFaultException("the entry must have 'fault' or 'pushFault', and not both.");
        }

        return members.Has("fault") ? RequestFaultEntry.Read(members) : PushFaultEntry.Read(members);
    }

    private void Add(string name, JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Array)
        {
            _errors.Add($"{name} must be a JSON array of faults, but was of the kind {root.ValueKind}.");
            return;
        }

        foreach ((int index, JsonElement entry) in root.EnumerateArray().Index())
        {
            try
            {
                _entries.Add(Read(entry));
            }
            catch (InvalidFaultException invalid)
            {
                _errors.Add($"{name}, entry {index + 1}: {invalid.Message}");
            }
        }
    }
}
