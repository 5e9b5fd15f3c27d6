using Tutor;

// screenshots ADDRESS PASSWORD FOLDER [NAME…]
if (args is not [var address, var password, var folder, .. var names])
{
    Console.Error.WriteLine("Call it as ./tutor screenshots [NAME…].");
    return 2;
}
Directory.CreateDirectory(folder);
await using var studio = await Studio.OpenAsync(address, password);
var shots = Shots.All.Where(s => names.Length == 0 || names.Any(n => s.Name.Contains(n, StringComparison.OrdinalIgnoreCase))).ToList();
if (shots.Count == 0)
{
    Console.Error.WriteLine($"There is no such page. There are: {string.Join(", ", Shots.All.Select(s => s.Name))}");
    return 2;
}
foreach (var shot in shots)
{
    await studio.TakeAsync(shot, folder);
    Console.WriteLine(shot.Name);
}
return 0;
