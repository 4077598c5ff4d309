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

resource "aws_iam_role_policy" "slack_secret" {
  count = var.slack_secret_source == "ssm" ? 1 : 0

  name = "slack-signing-secret"
  role = aws_iam_role.function.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = [local.slack_parameter.arn]
      }],
      # The key that AWS manages for parameters needs no permission; a key of one's own does.
      [for key in var.kms_key_arn[*] : {
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = [key]
        Condition = {
          StringEquals = { "kms:EncryptionContext:PARAMETER_ARN" = local.slack_parameter.arn }
        }
      }],
    )
  })
}

resource "aws_iam_role_policy" "hub_token" {
  count = var.hub_token_version == null ? 0 : 1

  name = "hub-token"
  role = aws_iam_role.function.id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = concat(
      [{
        Effect   = "Allow"
        Action   = ["ssm:GetParameter"]
        Resource = [local.hub_parameter.arn]
      }],
      # As for Slack's secret.
      [for key in var.kms_key_arn[*] : {
        Effect   = "Allow"
        Action   = ["kms:Decrypt"]
        Resource = [key]
        Condition = {
          StringEquals = { "kms:EncryptionContext:PARAMETER_ARN" = local.hub_parameter.arn }
        }
      }],
    )
  })
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
