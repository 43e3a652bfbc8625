-- Payments that a till has taken, each with a key of its own.
local thread_number = 0
function setup(thread)
  thread_number = thread_number + 1
  thread:set("me", thread_number)
end
function init(args)
  run = args[1]
  count = 0
  math.randomseed(os.time() + me)
end
function request()
  count = count + 1
  return wrk.format("POST", nil, {
    ["Authorization"] = "Bearer demo-api-key",
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = run .. "-" .. me .. "-" .. count,
  }, string.format('{"lines":[{"fund":"GW","account":"GW%06d","amount":%d,"narrative":"Garden waste"}],"payer":"Cy Pays","method":"cash"}',
    math.random(0, 999999), math.random(1000, 25000)))
end
