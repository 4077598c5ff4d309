# Applied, to see which prices an apply leaves: those that the schedule published last.

mock_provider "aws" {
  source = "./tests/mocks"
}

variables {
  region          = "eu-west-1"
  function_zip    = "tests/builds/x86_64/function.zip"
  prices_zip      = "tests/builds/prices/prices.zip"
  prices_schedule = { bucket = "my-prices", key = "prices.zip" }

  # Both secrets: what is applied by a test may not leave one out that it planned without.
  slack_signing_secret = "8f742231b10e8888abcd99yyyzzz85a5"
  hub_token            = "hf_8f742231b10e8888"
  hub_token_version    = 1
}

run "an_apply_keeps_what_the_schedule_published" {
  assert {
    condition     = aws_lambda_function.this.layers == tolist(["arn:aws:lambda:eu-west-1:123456789012:layer:gpu-advisor-prices:4"])
    error_message = "The function would get the first prices again."
  }
}

run "another_apply_changes_nothing" {
  command = plan

  assert {
    condition     = aws_lambda_function.this.layers == tolist(["arn:aws:lambda:eu-west-1:123456789012:layer:gpu-advisor-prices:4"])
    error_message = "The function would get the first prices again."
  }
}
