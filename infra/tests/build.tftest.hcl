# What the build left decides: the architecture, and whether there is anything to deploy.

mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region = "eu-west-1"
}

run "first" {
  command = plan

  variables {
    function_zip = "tests/builds/x86_64/function.zip"
  }
  assert {
    condition     = aws_lambda_function.this.source_code_hash == filebase64sha256("tests/builds/x86_64/advisor-runner")
    error_message = "The hash is not the binary's."
  }
}

run "a_zip_made_again_of_the_same_binary_is_no_change" {
  command = plan

  variables {
    function_zip = "tests/builds/zipped-again/function.zip"
  }
  assert {
    condition     = filebase64sha256(local.zip_path) != filebase64sha256("tests/builds/x86_64/function.zip")
    error_message = "The two zips should differ."
  }
  assert {
    condition     = aws_lambda_function.this.source_code_hash == filebase64sha256("tests/builds/x86_64/advisor-runner")
    error_message = "The zip's timestamps count."
  }
}

run "another_binary_is" {
  command = plan

  variables {
    function_zip = "tests/builds/other-binary/function.zip"
  }
  assert {
    condition     = aws_lambda_function.this.source_code_hash != filebase64sha256("tests/builds/x86_64/advisor-runner")
    error_message = "Another binary has the same hash."
  }
}

run "without_the_binary_beside_it_the_zip_stands_for_it" {
  command = plan

  variables {
    function_zip = "tests/builds/zip-alone/function.zip"
  }
  assert {
    condition     = aws_lambda_function.this.source_code_hash == filebase64sha256("tests/builds/zip-alone/function.zip")
    error_message = "The zip's hash does not stand in."
  }
}

run "arm64_by_the_zip" {
  command = plan

  variables {
    function_zip = "tests/builds/arm64/function.zip"
  }
  assert {
    condition     = aws_lambda_function.this.architectures == tolist(["arm64"]) && output.architecture == "arm64"
    error_message = "The zip's architecture is not the function's."
  }
}

run "architecture_named_and_right" {
  command = plan

  variables {
    function_zip = "tests/builds/arm64/function.zip"
    architecture = "arm64"
  }
  assert {
    condition     = aws_lambda_function.this.architectures == tolist(["arm64"])
    error_message = "The architecture named does not arrive."
  }
}

run "architecture_named_and_wrong" {
  command = plan
  variables {
    function_zip = "tests/builds/x86_64/function.zip"
    architecture = "arm64"
  }
  expect_failures = [aws_lambda_function.this]
}

run "architecture_wrong_the_other_way_round" {
  command = plan
  variables {
    function_zip = "tests/builds/arm64/function.zip"
    architecture = "x86_64"
  }
  expect_failures = [aws_lambda_function.this]
}

run "architecture_that_the_build_did_not_tell" {
  command = plan
  variables {
    function_zip = "tests/builds/without-architecture/function.zip"
  }
  expect_failures = [aws_lambda_function.this]
}

run "architecture_named_but_not_told_by_the_build" {
  command = plan
  variables {
    function_zip = "tests/builds/without-architecture/function.zip"
    architecture = "x86_64"
  }
  expect_failures = [aws_lambda_function.this]
}

run "architecture_that_lambda_does_not_know" {
  command = plan
  variables {
    function_zip = "tests/builds/unknown-architecture/function.zip"
  }
  expect_failures = [aws_lambda_function.this]
}

run "zip_of_a_jvm_build" {
  command = plan
  variables {
    function_zip = "tests/builds/jvm/function.zip"
  }
  expect_failures = [aws_lambda_function.this]
}

run "no_zip" {
  command = plan
  variables {
    function_zip = "tests/builds/function.zip"
  }
  expect_failures = [aws_lambda_function.this]
}
