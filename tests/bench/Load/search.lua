-- search.lua FILE: the addresses of FILE, one a line, in turn; the rest are headers as in get.lua.
require("report")

local paths, at = {}, 0

function init(args)
  for line in io.lines(args[1]) do paths[#paths + 1] = line end
  for i = 2, #args, 2 do wrk.headers[args[i]] = args[i + 1] end
  at = math.random(#paths)
end

function request()
  at = at % #paths + 1
  return wrk.format("GET", paths[at])
end
