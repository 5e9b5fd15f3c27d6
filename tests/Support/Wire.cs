using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tutor;

/// <summary>A wire to a server that can be cut and mended: what a network or a restarted database does to whoever is connected.</summary>
public sealed class Wire : IDisposable
{
    private readonly string _host;
    private readonly int _port;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<TcpClient, byte> _open = new();
    private volatile bool _cut;

    public Wire(string host, int port)
    {
        (_host, _port) = (host, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Closes every connection and refuses new ones.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var client in _open.Keys) client.Dispose();
    }

    public void Mend() => _cut = false;

    public void Dispose()
    {
        _listener.Dispose();
        Cut();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = CarryAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The wire is taken down.
        }
    }

    private async Task CarryAsync(TcpClient near)
    {
        using var far = new TcpClient();
        using (near)
        {
            if (_cut) return;
            _open[near] = _open[far] = 0;
            try
            {
                await far.ConnectAsync(_host, _port);
                var (there, back) = (near.GetStream(), far.GetStream());
                await Task.WhenAny(there.CopyToAsync(back), back.CopyToAsync(there));
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // One end has hung up, or the wire was cut.
            }
            _open.TryRemove(near, out _);
            _open.TryRemove(far, out _);
        }
    }
}
