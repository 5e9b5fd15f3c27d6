-- get.lua: one address with the headers given as name value name value …
require("report")

function init(args)
  for i = 1, #args, 2 do wrk.headers[args[i]] = args[i + 1] end
end
