mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"
}

run "a_stack_that_exists_needs_no_secret" {
  command = plan

  assert {
    condition     = aws_ssm_parameter.slack_signing_secret[0].value_wo == null
    error_message = "A plan without the secret has a value."
  }
}

run "environment_for_those_who_accept_it" {
  command = plan

  variables {
    slack_secret_source           = "environment"
    slack_signing_secret_in_state = "8f742231b10e8888abcd99yyyzzz85a5"
  }
  assert {
    condition     = length(aws_ssm_parameter.slack_signing_secret) == 0 && !contains(keys(aws_iam_role_policy.secret), "slack-signing-secret") && output.slack_parameter_name == null
    error_message = "A parameter that nobody reads."
  }
  assert {
    condition     = nonsensitive(one(aws_lambda_function.this.environment).variables == tomap({ SLACK_SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5" }))
    error_message = "The environment does not hold the secret."
  }
  assert {
    condition     = issensitive(one(aws_lambda_function.this.environment).variables)
    error_message = "The secret would be shown by a plan."
  }
}

run "without_slack_there_is_no_slack_route" {
  command = plan

  variables {
    slack_secret_source = "none"
  }
  assert {
    condition     = !anytrue([for key in keys(aws_apigatewayv2_route.this) : startswith(key, "POST /slack/")]) && length(aws_apigatewayv2_route.this) == length(jsondecode(file("routes.json")))
    error_message = "The Slack route is open, or another one is missing."
  }
  assert {
    condition     = !anytrue([for route in aws_apigatewayv2_stage.default.route_settings : startswith(route.route_key, "POST /slack/")]) && output.slack_request_url == null
    error_message = "Something is left of the Slack route."
  }
  assert {
    condition     = length(aws_ssm_parameter.slack_signing_secret) == 0
    error_message = "A parameter that nobody reads."
  }
}
