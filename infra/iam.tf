resource "aws_iam_role" "function" {
  name        = "${var.name}-function"
  description = "What the function ${var.name} may do."

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

# Streams cannot be named beforehand: see below.
#trivy:ignore:AWS-0057
resource "aws_iam_role_policy" "logs" {
  name = "own-log-group"
  role = aws_iam_role.function.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = ["logs:CreateLogStream", "logs:PutLogEvents"]
      # The streams of this one group: Lambda names them as it starts instances.
      Resource = "${aws_cloudwatch_log_group.function.arn}:log-stream:*"
    }]
  })
}

# What the function reads, each parameter by a policy of its own.
resource "aws_iam_role_policy" "secret" {
  for_each = toset(compact([
    var.slack_secret_source == "ssm" ? "slack-signing-secret" : "",
    var.hub_token_version == null ? "" : "hub-token",
  ]))

  name = each.key
  role = aws_iam_role.function.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = [local.secret_arns[each.key]]
      }],
      # The key that AWS manages for parameters needs no permission; a key of one's own does.
      [for key in var.kms_key_arn[*] : {
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = [key]
        Condition = {
          StringEquals = { "kms:EncryptionContext:PARAMETER_ARN" = local.secret_arns[each.key] }
        }
      }],
    )
  })
}

moved {
  from = aws_iam_role_policy.slack_secret[0]
  to   = aws_iam_role_policy.secret["slack-signing-secret"]
}

moved {
  from = aws_iam_role_policy.hub_token[0]
  to   = aws_iam_role_policy.secret["hub-token"]
}

resource "aws_lambda_permission" "api" {
  statement_id  = "api"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this.function_name
  qualifier     = aws_lambda_alias.live.name
  principal     = "apigateway.amazonaws.com"
  # Every route of this one API, since all of them are this function's: stage, method and path.
  source_arn = "${aws_apigatewayv2_api.this.execution_arn}/*/*"
}
