using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>
/// What an object shows of itself and of all that can be reached from it by public properties: as text, in a debugger, and, of what the client
/// returns or throws, by its texts.
/// </summary>
internal static partial class Shown
{
    public static IEnumerable<(string Place, string Text)> By(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<object>([root]);
        while (waiting.TryDequeue(out object? shown))
        {
            if (shown is not string && !seen.Add(shown))
            {
                continue;
            }

            yield return ($"text of {shown.GetType()}", Convert.ToString(shown, CultureInfo.InvariantCulture) ?? "");
            yield return ($"debugger display of {shown.GetType()}", InDebugger(shown));
            foreach (object next in shown is string ? [] : shown is IEnumerable items ? items.Cast<object?>().OfType<object>() : Properties(shown))
            {
                waiting.Enqueue(next);
            }
        }
    }

    /// <summary>As text and in a debugger only: what holds a secret because it is its owner's.</summary>
    public static IEnumerable<(string Place, string Text)> ByItself(object owner) =>
        [($"text of {owner.GetType()}", $"{owner}"), ($"debugger display of {owner.GetType()}", InDebugger(owner))];

    private static IEnumerable<object> Properties(object shown) => IsOurs(shown) || shown is Exception
        ? shown.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && property.PropertyType != typeof(MethodBase))
            .Select(property => property.GetValue(shown))
            .OfType<object>()
        : [];

    private static bool IsOurs(object shown) => shown.GetType().Namespace?.StartsWith("Binance.AlgoOrders", StringComparison.Ordinal) == true;

    private static string InDebugger(object shown) => shown.GetType().GetCustomAttributes<DebuggerDisplayAttribute>(inherit: true).FirstOrDefault() is { Value: { } display }
        ? Expression().Replace(display, match => $"{MemberOf(shown, match.Groups["member"].Value)}")
        : $"{shown}";

    private static object? MemberOf(object shown, string name)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;
        Type type = shown.GetType();
        return type.GetProperty(name, Any)?.GetValue(shown) ?? type.GetField(name, Any)?.GetValue(shown) ?? type.GetMethod(name, Any, [])?.Invoke(shown, null);
    }

    [GeneratedRegex(@"\{(?<member>\w+)[^}]*\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Expression();
}
