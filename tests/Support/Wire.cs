using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tutor;

/// <summary>A wire to a server that can be cut and mended: what a network or a restarted database does to whoever is connected.</summary>
public sealed class Wire : IDisposable
{
    private readonly EndPoint _server;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, byte> _open = new();
    private volatile bool _cut;

    /// <param name="host">A name or address, or the folder of PostgreSQL's socket.</param>
    public Wire(string host, int port)
    {
        _server = host.StartsWith('/') ? new UnixDomainSocketEndPoint($"{host}/.s.PGSQL.{port}") : new DnsEndPoint(host, port);
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Closes every connection and refuses new ones.</summary>
    public void Cut()
    {
        _cut = true;
        foreach (var end in _open.Keys) end.Dispose();
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
            while (true) _ = CarryAsync(await _listener.AcceptSocketAsync());
        }
        catch (Exception e) when (e is ObjectDisposedException or SocketException)
        {
            // The wire is taken down.
        }
    }

    private async Task CarryAsync(Socket near)
    {
        using var far = _server is UnixDomainSocketEndPoint
            ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified)
            : new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (near)
        {
            if (_cut) return;
            _open[near] = _open[far] = 0;
            try
            {
                await far.ConnectAsync(_server);
                await using var there = new NetworkStream(near);
                await using var back = new NetworkStream(far);
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
