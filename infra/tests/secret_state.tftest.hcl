# Applied, to see what of the secret is left behind: nothing.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"

  # Both secrets: what is applied by a test may not leave one out that it planned without.
  hub_token         = "hf_8f742231b10e8888"
  hub_token_version = 1
}

run "parameter_is_written_and_forgotten" {
  variables {
    slack_signing_secret = "8f742231b10e8888abcd99yyyzzz85a5"
  }
  assert {
    condition     = aws_ssm_parameter.slack_signing_secret[0].type == "SecureString" && aws_ssm_parameter.slack_signing_secret[0].value_wo_version == 1
    error_message = "The parameter is not an encrypted one."
  }
  assert {
    condition     = aws_ssm_parameter.slack_signing_secret[0].value_wo == null && !strcontains(jsonencode(aws_ssm_parameter.slack_signing_secret), "8f742231b10e8888abcd99yyyzzz85a5")
    error_message = "The secret is in the state."
  }
  assert {
    condition     = aws_ssm_parameter.hub_token[0].value_wo == null && !strcontains(jsonencode(aws_ssm_parameter.hub_token), "hf_8f742231b10e8888")
    error_message = "The hub's token is in the state."
  }
  assert {
    condition     = one(aws_lambda_function.this.environment).variables == tomap({ SLACK_SIGNING_SECRET_PARAMETER = "/gpu-advisor/slack-signing-secret", HF_TOKEN_PARAMETER = "/gpu-advisor/hub-token" })
    error_message = "The environment must name the parameters and hold nothing else."
  }
  assert {
    condition     = output.slack_parameter_name == "/gpu-advisor/slack-signing-secret"
    error_message = "The output does not name the parameter."
  }
}

run "several_secrets_while_one_is_rotated" {
  variables {
    slack_signing_secret         = "8f742231b10e8888abcd99yyyzzz85a5,8f742231b10e8888abcd99yyyzzz85a6"
    slack_signing_secret_version = 2
  }
  assert {
    condition     = aws_ssm_parameter.slack_signing_secret[0].value_wo == null && aws_ssm_parameter.slack_signing_secret[0].value_wo_version == 2
    error_message = "The new secret is not written, or is in the state."
  }
}
