mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"
}

run "function_as_built" {
  command = plan

  assert {
    condition     = aws_lambda_function.this.runtime == "provided.al2023" && aws_lambda_function.this.handler == "bootstrap" && aws_lambda_function.this.architectures == tolist(["x86_64"])
    error_message = "Not the runtime, or not the architecture, that the zip was built for."
  }
  assert {
    condition     = aws_lambda_function.this.memory_size == 256 && aws_lambda_function.this.timeout == 5 && aws_lambda_function.this.reserved_concurrent_executions == -1
    error_message = "Not the defaults."
  }
  assert {
    condition     = aws_lambda_function.this.publish && aws_lambda_alias.live.function_version == aws_lambda_function.this.version
    error_message = "The alias must lead to the published version."
  }
  assert {
    condition     = one(aws_lambda_function.this.logging_config).log_format == "JSON" && one(aws_lambda_function.this.logging_config).log_group == aws_cloudwatch_log_group.function.name
    error_message = "The function must log as JSON, to the group made for it."
  }
  assert {
    condition     = length(aws_lambda_function.this.vpc_config) == 0
    error_message = "The function needs no VPC."
  }
  assert {
    condition     = output.function_name == "gpu-advisor" && output.function_version == "7" && output.architecture == "x86_64"
    error_message = "The outputs do not tell of the function."
  }
}

run "settings" {
  command = plan

  variables {
    name                 = "advisor-2"
    memory_mb            = 512
    timeout_seconds      = 3
    reserved_concurrency = 5
    environment          = { GPU_ADVISOR_LANG = "fr" }
  }
  assert {
    condition     = aws_lambda_function.this.function_name == "advisor-2" && aws_cloudwatch_log_group.function.name == "/aws/lambda/advisor-2" && aws_iam_role.function.name == "advisor-2-function"
    error_message = "Not all is named after the stack."
  }
  assert {
    condition     = aws_lambda_function.this.memory_size == 512 && aws_lambda_function.this.timeout == 3 && aws_lambda_function.this.reserved_concurrent_executions == 5
    error_message = "A setting does not arrive."
  }
  assert {
    condition     = one(aws_lambda_function.this.environment).variables["GPU_ADVISOR_LANG"] == "fr"
    error_message = "The environment does not arrive."
  }
}

run "concurrency_of_zero_turns_it_off" {
  command = plan

  variables {
    reserved_concurrency = 0
  }
  assert {
    condition     = aws_lambda_function.this.reserved_concurrent_executions == 0
    error_message = "0 is not none."
  }
}

run "no_environment_where_there_is_nothing_to_say" {
  command = plan

  variables {
    slack_secret_source = "none"
  }
  assert {
    condition     = length(aws_lambda_function.this.environment) == 0
    error_message = "An empty environment."
  }
}

run "no_function_url_by_default" {
  command = plan

  assert {
    condition     = length(aws_lambda_function_url.this) == 0 && output.function_url == null
    error_message = "A function URL without one being asked for."
  }
}

run "function_url_asks_for_iam" {
  command = plan

  variables {
    enable_function_url = true
  }
  assert {
    condition     = aws_lambda_function_url.this[0].authorization_type == "AWS_IAM" && aws_lambda_function_url.this[0].qualifier == "live"
    error_message = "The function URL must ask for IAM and lead to the alias."
  }
  assert {
    condition     = output.function_url == "https://abcdefgh.lambda-url.eu-west-1.on.aws/"
    error_message = "The output does not name it."
  }
}

run "own_key" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
  assert {
    condition = alltrue([
      aws_lambda_function.this.kms_key_arn == var.kms_key_arn,
      aws_cloudwatch_log_group.function.kms_key_id == var.kms_key_arn,
      aws_cloudwatch_log_group.access.kms_key_id == var.kms_key_arn,
      aws_ssm_parameter.slack_signing_secret[0].key_id == var.kms_key_arn,
    ])
    error_message = "The key is not used for all that it is for."
  }
}

run "without_prices_there_is_no_layer" {
  command = plan

  assert {
    condition     = length(aws_lambda_layer_version.prices) == 0
    error_message = "A layer without prices to put into it."
  }
}

run "prices_are_a_layer_of_the_function" {
  command = plan

  variables {
    prices_zip = "tests/builds/prices/prices.zip"
  }
  assert {
    condition     = one(aws_lambda_layer_version.prices[*].layer_name) == "gpu-advisor-prices" && aws_lambda_layer_version.prices[0].source_code_hash == filebase64sha256(var.prices_zip)
    error_message = "The prices do not reach the function."
  }
}

run "prices_that_are_not_there_are_refused" {
  command = plan

  variables {
    prices_zip = "tests/builds/prices/none.zip"
  }
  expect_failures = [var.prices_zip]
}
