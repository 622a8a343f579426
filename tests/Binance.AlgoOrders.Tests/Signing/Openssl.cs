using System.Diagnostics;
using System.Text;

namespace Binance.AlgoOrders.Tests.Signing;

/// <summary>The system's openssl, as a second opinion. Tests that need it are skipped where there is none; the gate installs it.</summary>
internal sealed class Openssl : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public Openssl() => Assert.SkipUnless(IsInstalled(), "There is no openssl on this machine.");

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256.</summary>
    public byte[] SignRsa(string privateKeyPem, string payload)
    {
        string signature = PathOf("signature");
        Assert.True(Succeeds("dgst", "-sha256", "-sign", Write("key.pem", privateKeyPem), "-out", signature, Write("payload", payload)));
        return File.ReadAllBytes(signature);
    }

    public bool VerifiesEd25519(string publicKeyPem, ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature) => Succeeds(
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
            return Succeeds("version");
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static bool Succeeds(params string[] arguments)
    {
        var start = new ProcessStartInfo("openssl", arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }

    private string Write(string name, string text) => Write(name, Encoding.ASCII.GetBytes(text));

    private string Write(string name, ReadOnlySpan<byte> bytes)
    {
        File.WriteAllBytes(PathOf(name), bytes.ToArray());
        return PathOf(name);
    }

    private string PathOf(string name) => Path.Combine(_folder.FullName, name);
}
