using Tutor.Simulation;

// dotnet run --project tests/Simulator -- [PORT]: by hand, port 8123 where none is named.
await using var simulator = await Simulator.StartAsync(args is [var port] ? int.Parse(port, System.Globalization.CultureInfo.InvariantCulture) : 8123);
Console.WriteLine($"""
    A simulated OpenAI-compatible endpoint answers at {simulator.Address}/v1 with the model “sim”.
      TUTOR_LLM_ENDPOINT={simulator.Address}/v1 TUTOR_LLM_MODEL=sim TUTOR_LLM_EMBEDDER_MODEL=sim ./tutor up
    Faults: a model called sim+FAULT, or curl {simulator.Address}/_modes -d '["FAULT","ok"]' for the next requests; see tests/Simulator/README.md.
    """);
var stopped = new TaskCompletionSource();
Console.CancelKeyPress += (_, e) =>
{
    e.Cancel = true;
    stopped.TrySetResult();
};
using var term = System.Runtime.InteropServices.PosixSignalRegistration.Create(System.Runtime.InteropServices.PosixSignal.SIGTERM, c =>
{
    c.Cancel = true;
    stopped.TrySetResult();
});
await stopped.Task;
