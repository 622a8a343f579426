using System.Diagnostics;
using System.Text;

namespace Binance.AlgoOrders.Tests.Signing;

/// <summary>Signs and verifies with the system's openssl, independently of the library. Tests that need openssl are skipped where it is missing. The gate installs it.</summary>
internal sealed class Openssl : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public Openssl() => Assert.SkipUnless(IsInstalled(), "There is no openssl on this machine.");

    /// <summary>Signs by RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public byte[] SignRsa(string privateKeyPem, string payload)
    {
        string signature = GetPath("signature");
        Assert.True(Run("dgst", "-sha256", "-sign", Write("key.pem", privateKeyPem), "-out", signature, Write("payload", payload)));
        return File.ReadAllBytes(signature);
    }

    public bool VerifyEd25519(string publicKeyPem, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature) => Run(
        "pkeyutl",
        "-verify",
        "-rawin",
        "-pubin",
        "-inkey",
        Write("key.pem", publicKeyPem),
        "-in",
        Write("payload", Encoding.ASCII.GetString(payload)),
        "-sigfile",
        Write("signature", signature));

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool IsInstalled()
    {
        try
        {
            return Run("version");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private string Write(string name, string text) => Write(name, Encoding.ASCII.GetBytes(text));

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(GetPath(name), bytes.ToArray());
        return GetPath(name);
    }

    private string GetPath(string name) => Path.Combine(_folder.FullName, name);
}
