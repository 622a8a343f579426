using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>
/// Gets the texts that an object exposes: its string and its debugger display, and those of all objects that are reachable by public
/// properties.
/// </summary>
internal static partial class VisibleText
{
    public static IEnumerable<(string Place, string Text)> Of(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var pending = new Queue<object>([root]);
        while (pending.TryDequeue(out object? current))
        {
            if (current is not string && !seen.Add(current))
            {
                continue;
            }

            yield return ($"text of {current.GetType()}", Convert.ToString(current, CultureInfo.InvariantCulture) ?? "");
            yield return ($"debugger display of {current.GetType()}", InDebugger(current));
            foreach (object next in PartsOf(current))
            {
                pending.Enqueue(next);
            }
        }
    }

    /// <summary>Gets the string and the debugger display of an owner of secrets, without its properties.</summary>
    public static IEnumerable<(string Place, string Text)> OfOwner(object owner) =>
        [($"text of {owner.GetType()}", $"{owner}"), ($"debugger display of {owner.GetType()}", InDebugger(owner))];

    private static IEnumerable<object> PartsOf(object value) => value switch
    {
        string => [],
        IEnumerable items => items.Cast<object?>().OfType<object>(),
        _ => Properties(value),
    };

    private static IEnumerable<object> Properties(object value) => IsOurs(value) || value is Exception
        ? value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType != typeof(MethodBase))
            .Select(property => property.GetValue(value))
            .OfType<object>()
        : [];

    private static bool IsOurs(object value) => value.GetType().Namespace?.StartsWith("Binance.AlgoOrders", StringComparison.Ordinal) == true;

    private static string InDebugger(object value) => value.GetType().GetCustomAttributes<DebuggerDisplayAttribute>(inherit: true).FirstOrDefault() is { Value: { } display }
        ? Expression().Replace(display, match => $"{MemberOf(value, match.Groups["member"].Value)}")
        : $"{value}";

    private static object? MemberOf(object value, string name)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        Type type = value.GetType();
        return type.GetProperty(name, Any)?.GetValue(value) ?? type.GetField(name, Any)?.GetValue(value) ?? type.GetMethod(name, Any, [])?.Invoke(value, null);
    }

    [GeneratedRegex(@"\{(?<member>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
