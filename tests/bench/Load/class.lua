-- class.lua FILE COURSE MODULE MIX: each line of FILE is a learner: token, quiz, then item=choice … A learner after the other does one
-- of MIX, letters taken in turn: d dashboard, l lesson, a answer, h hand in.
require("report")

local learners, at, step, mix = {}, 0, 0, ""
local threads = 0

function setup(thread)
  thread:set("number", threads)
  threads = threads + 1
end

function init(args)
  course, module, mix = args[2], args[3], args[4]
  local n = 0
  for line in io.lines(args[1]) do
    n = n + 1
    -- Threads share no learner: two calls at once for one learner are another measure.
    if n % 2 == number % 2 then
      local words = {}
      for word in line:gmatch("%S+") do words[#words + 1] = word end
      local learner = { token = words[1], quiz = words[2], items = {}, turn = 0 }
      for i = 3, #words do
        local item, choice = words[i]:match("([^=]+)=([^=]+)")
        learner.items[#learner.items + 1] = { item = item, choice = choice }
      end
      learners[#learners + 1] = learner
    end
  end
  stamp = tostring(os.time()) .. tostring(number) .. tostring({}):match("0x(%x+)")
end

local function handed(learner)
  local answers = {}
  for _, item in ipairs(learner.items) do answers[#answers + 1] = string.format('"%s":"%s"', item.item, item.choice) end
  return '{"answers":{' .. table.concat(answers, ",") .. "}}"
end

function request()
  at = at % #learners + 1
  step = step % #mix + 1
  local learner, what = learners[at], mix:sub(step, step)
  learner.turn = learner.turn + 1
  local headers = { Authorization = "Bearer " .. learner.token, ["Content-Type"] = "application/json" }
  if what == "d" then return wrk.format("GET", "/api/v1/courses/" .. course .. "/dashboard", headers) end
  if what == "l" then return wrk.format("GET", "/api/v1/modules/" .. module .. "/lesson", headers) end
  if what == "a" then
    local item = learner.items[learner.turn % #learner.items + 1]
    return wrk.format("PUT", "/api/v1/quizzes/" .. learner.quiz .. "/answers/" .. item.item, headers, '{"choiceId":"' .. item.choice .. '"}')
  end
  headers["Idempotency-Key"] = stamp .. "-" .. at .. "-" .. learner.turn
  return wrk.format("POST", "/api/v1/quizzes/" .. learner.quiz .. "/attempts", headers, handed(learner))
end
