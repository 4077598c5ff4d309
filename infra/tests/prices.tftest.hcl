mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"
  prices_zip   = "tests/builds/prices/prices.zip"
}

run "without_a_schedule_nothing_runs_by_itself" {
  command = plan

  assert {
    condition     = length(aws_scheduler_schedule.prices) + length(aws_sfn_state_machine.prices) + length(aws_iam_role.prices) + length(aws_iam_role.prices_schedule) == 0
    error_message = "A schedule that nobody asked for."
  }
  assert {
    condition     = aws_lambda_function.this.layers == tolist(["arn:aws:lambda:eu-west-1:123456789012:layer:gpu-advisor-prices:1"])
    error_message = "The function does not have the prices of the zip."
  }
}

run "a_schedule_refreshes_the_layer_and_the_function" {
  command = plan

  variables {
    prices_schedule = { bucket = "my-prices", key = "gpu/prices.zip", expression = "cron(30 6 * * ? *)" }
  }
  assert {
    condition     = aws_scheduler_schedule.prices[0].schedule_expression == "cron(30 6 * * ? *)" && aws_scheduler_schedule.prices[0].target[0].arn == aws_sfn_state_machine.prices[0].arn
    error_message = "The schedule does not start the refresh."
  }
  assert {
    condition = alltrue([for name, state in jsondecode(aws_sfn_state_machine.prices[0].definition).States : alltrue([
      for next in concat(compact([lookup(state, "Next", ""), lookup(state, "Default", "")]), [for choice in lookup(state, "Choices", []) : choice.Next]) :
      contains(keys(jsondecode(aws_sfn_state_machine.prices[0].definition).States), next)
    ])])
    error_message = "A step leads to one that is not there."
  }
  assert {
    condition     = alltrue([for name, state in jsondecode(aws_sfn_state_machine.prices[0].definition).States : state.Type != "Task" || length(lookup(state, "Retry", [])) == 1])
    error_message = "A call of AWS that is not tried again."
  }
  assert {
    condition     = jsondecode(aws_sfn_state_machine.prices[0].definition).States.PublishLayer.Parameters.Content == { S3Bucket = "my-prices", S3Key = "gpu/prices.zip" }
    error_message = "Another zip is published."
  }
  assert {
    condition     = jsondecode(aws_sfn_state_machine.prices[0].definition).States.SwitchAlias.Parameters.Name == aws_lambda_alias.live.name
    error_message = "The doors do not lead to the new version."
  }
}

run "the_schedule_is_daily_unless_said_otherwise" {
  command = plan

  variables {
    prices_schedule = { bucket = "my-prices", key = "prices.zip" }
  }
  assert {
    condition     = aws_scheduler_schedule.prices[0].schedule_expression == "rate(1 day)"
    error_message = "Not daily."
  }
}

run "the_refresh_may_do_that_and_nothing_else" {
  command = plan

  variables {
    prices_schedule = { bucket = "my-prices", key = "prices.zip" }
  }
  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.prices[0].policy).Statement : statement.Resource])) == toset([
      "arn:aws:s3:::my-prices/prices.zip",
      "arn:aws:lambda:eu-west-1:123456789012:layer:gpu-advisor-prices",
      "arn:aws:lambda:eu-west-1:123456789012:layer:gpu-advisor-prices:*",
      "arn:aws:lambda:eu-west-1:123456789012:function:gpu-advisor",
      "arn:aws:lambda:eu-west-1:123456789012:function:gpu-advisor:*",
    ])
    error_message = "More than one zip, one layer and one function, or less."
  }
  assert {
    # Each call of the state machine is a permission of its role, and each permission is used.
    condition = setsubtract(flatten([for statement in jsondecode(aws_iam_role_policy.prices[0].policy).Statement : [for action in statement.Action : lower(action)]]), ["lambda:getlayerversion"]) == toset([
      for name, state in jsondecode(aws_sfn_state_machine.prices[0].definition).States :
      replace(lower(trimprefix(state.Resource, "arn:aws:states:::aws-sdk:")), "s3:headobject", "s3:getobject") if state.Type == "Task"
    ])
    error_message = "The permissions are not those of the calls."
  }
  assert {
    condition     = jsondecode(aws_iam_role_policy.prices_schedule[0].policy).Statement[0].Resource == [aws_sfn_state_machine.prices[0].arn]
    error_message = "The schedule may start something else."
  }
}

run "a_schedule_needs_prices_to_begin_with" {
  command = plan

  variables {
    prices_zip      = null
    prices_schedule = { bucket = "my-prices", key = "prices.zip" }
  }
  expect_failures = [var.prices_schedule]
}

run "a_schedule_is_one" {
  command = plan

  variables {
    prices_schedule = { bucket = "my-prices", key = "prices.zip", expression = "daily" }
  }
  expect_failures = [var.prices_schedule]
}

run "a_key_is_no_pattern" {
  command = plan

  variables {
    prices_schedule = { bucket = "my-prices", key = "*.zip" }
  }
  expect_failures = [var.prices_schedule]
}
