mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"
}

run "only_lambda_takes_the_role" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role.function.assume_role_policy).Statement == [{
      Action    = "sts:AssumeRole"
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
    error_message = "Somebody else may take the role."
  }
}

run "logs_go_to_the_own_group_only" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role_policy.logs.policy).Statement == [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/gpu-advisor:log-stream:*"
    }]
    error_message = "The function may do more with logs than write its own."
  }
}

run "one_parameter_may_be_read" {
  command = plan

  assert {
    condition = jsondecode(aws_iam_role_policy.secret["slack-signing-secret"].policy).Statement == [{
      Effect   = "Allow"
      Action   = ["ssm:GetParameter"]
      Resource = ["arn:aws:ssm:eu-west-1:123456789012:parameter/gpu-advisor/slack-signing-secret"]
    }]
    error_message = "The function may do more with parameters than read its own."
  }
}

run "own_key_decrypts_that_parameter_only" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
  assert {
    condition = jsondecode(aws_iam_role_policy.secret["slack-signing-secret"].policy).Statement[1] == {
      Effect   = "Allow"
      Action   = ["kms:Decrypt"]
      Resource = ["arn:aws:kms:eu-west-1:123456789012:key/1"]
      Condition = {
        StringEquals = { "kms:EncryptionContext:PARAMETER_ARN" = "arn:aws:ssm:eu-west-1:123456789012:parameter/gpu-advisor/slack-signing-secret" }
      }
    }
    error_message = "The key decrypts more than the parameter."
  }
}

run "no_wildcards" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:kms:eu-west-1:123456789012:key/1"
  }
  assert {
    condition = alltrue([
      for statement in concat(jsondecode(aws_iam_role_policy.logs.policy).Statement, jsondecode(aws_iam_role_policy.secret["slack-signing-secret"].policy).Statement) :
      alltrue([for action in flatten([statement.Action]) : !strcontains(action, "*")])
    ])
    error_message = "A wildcard among the actions."
  }
  assert {
    condition = alltrue([
      for resource in flatten([for statement in concat(jsondecode(aws_iam_role_policy.logs.policy).Statement, jsondecode(aws_iam_role_policy.secret["slack-signing-secret"].policy).Statement) : statement.Resource]) :
      !strcontains(replace(resource, "/:log-stream:\\*$/", ""), "*")
    ])
    error_message = "A wildcard among the resources, other than a log group's streams."
  }
}

run "no_secret_no_permission" {
  command = plan

  variables {
    slack_secret_source = "none"
  }
  assert {
    condition     = length(aws_iam_role_policy.secret) == 0
    error_message = "A permission for a parameter that is not there."
  }
}

run "only_this_api_may_invoke" {
  command = plan

  assert {
    condition     = aws_lambda_permission.api.source_arn == "arn:aws:execute-api:eu-west-1:123456789012:a1b2c3d4e5/*/*"
    error_message = "Another API may invoke the function."
  }
  assert {
    condition     = aws_lambda_permission.api.principal == "apigateway.amazonaws.com" && aws_lambda_permission.api.action == "lambda:InvokeFunction" && aws_lambda_permission.api.qualifier == "live"
    error_message = "The permission is not API Gateway's, for the alias."
  }
}
