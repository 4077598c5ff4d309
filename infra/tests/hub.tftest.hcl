mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"
}

run "the_hub_is_on_and_takes_no_token" {
  command = plan

  assert {
    condition     = length(aws_ssm_parameter.hub_token) == 0 && !contains(keys(aws_iam_role_policy.secret), "hub-token")
    error_message = "A parameter that nobody asked for."
  }
  assert {
    condition     = !contains(keys(nonsensitive(one(aws_lambda_function.this.environment).variables)), "HUB")
    error_message = "The hub is said to be something other than on."
  }
}

run "the_hub_can_be_off" {
  command = plan

  variables {
    enable_hub = false
  }
  assert {
    condition     = nonsensitive(one(aws_lambda_function.this.environment).variables)["HUB"] == "off"
    error_message = "The function would look models up."
  }
}

run "a_token_is_read_by_the_function_and_written_by_nobody_else" {
  command = plan

  variables {
    hub_token         = "hf_abcdefgh"
    hub_token_version = 1
  }
  assert {
    condition     = aws_ssm_parameter.hub_token[0].type == "SecureString" && aws_ssm_parameter.hub_token[0].value_wo == null && aws_ssm_parameter.hub_token[0].value_wo_version == 1
    error_message = "The token is in the plan, or in the clear."
  }
  assert {
    condition     = nonsensitive(one(aws_lambda_function.this.environment).variables)["HF_TOKEN_PARAMETER"] == aws_ssm_parameter.hub_token[0].name
    error_message = "The function does not know where its token is."
  }
  assert {
    condition     = contains(keys(aws_iam_role_policy.secret), "hub-token")
    error_message = "The function may not read its token."
  }
}

run "a_token_needs_a_version" {
  command = plan

  variables {
    hub_token = "hf_abcdefgh"
  }
  expect_failures = [var.hub_token]
}

run "a_token_needs_a_hub" {
  command = plan

  variables {
    enable_hub        = false
    hub_token         = "hf_abcdefgh"
    hub_token_version = 1
  }
  expect_failures = [var.hub_token_version]
}

run "a_token_has_no_blanks" {
  command = plan

  variables {
    hub_token         = "hf_abcd efgh"
    hub_token_version = 1
  }
  expect_failures = [var.hub_token]
}

run "a_version_is_a_whole_number" {
  command = plan

  variables {
    hub_token_version = 0
  }
  expect_failures = [var.hub_token_version]
}
