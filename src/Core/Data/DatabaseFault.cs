using System.Net.Sockets;
using Npgsql;

namespace Tutor.Data;

public static class DatabaseFault
{
    /// <summary>True where PostgreSQL could not be reached, is starting or stopping, has no connection left, or its disk is full.</summary>
    public static bool IsAway(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
            switch (exception)
            {
                case PostgresException { SqlState: { } state }:
                    // 57P0x: shutting down, starting; 08: connection; 53300: too many connections; 53100: disk full.
                    return state.StartsWith("57P0", StringComparison.Ordinal) || state.StartsWith("08", StringComparison.Ordinal) || state is "53300" or "53100";
                case NpgsqlException or SocketException:
                    return true;
            }
        return false;
    }
}
