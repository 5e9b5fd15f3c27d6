-- The result as one line of JSON; latencies in milliseconds.
function done(summary, latency, requests)
  local e = summary.errors
  io.write(string.format('{"requests":%d,"rate":%.1f,"p50":%.3f,"p95":%.3f,"p99":%.3f,"errors":%d}\n',
    summary.requests, summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(95) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.timeout + e.status))
end
