# Prices that are newer than the function's own, or an organisation's: the function reads
# /opt/gpu-advisor/prices.json when it starts. A new zip is a new version of the layer, and with it a
# new version of the function: every instance starts with the same prices.
resource "aws_lambda_layer_version" "prices" {
  count = var.prices_zip == null ? 0 : 1

  layer_name       = "${var.name}-prices"
  description      = "Price lists in the form of GPU Advisor's catalogue."
  filename         = var.prices_zip
  source_code_hash = filebase64sha256(var.prices_zip)

  lifecycle {
    create_before_destroy = true
  }
}

# ---------------------------------------------------------------- Refreshed on a schedule
#
# Somebody's job puts a zip into a bucket. A state machine, without code of its own, makes it a new version of the layer, and that a new
# version of the function, as an apply with another prices_zip would. Where the zip is the one that answers already, it does nothing.

# What the schedule published last, so that the next apply does not put old prices back.
data "aws_lambda_layer_version" "latest_prices" {
  count = var.prices_schedule == null ? 0 : 1

  layer_name = "${var.name}-prices"

  # Read after a new zip is a version: that one is the latest then.
  depends_on = [aws_lambda_layer_version.prices]
}

locals {
  price_layers = var.prices_schedule == null ? aws_lambda_layer_version.prices[*].arn : data.aws_lambda_layer_version.latest_prices[*].arn

  # Without its version: what the schedule may publish to.
  prices_layer_arn = one([for layer in aws_lambda_layer_version.prices : layer.layer_arn])

  retry = [{ ErrorEquals = ["States.ALL"], IntervalSeconds = 5, MaxAttempts = 4, BackoffRate = 2 }]

  refresh = var.prices_schedule == null ? null : {
    Comment = "Makes a zip of prices that is new a version of the layer and of the function."
    StartAt = "LookAtZip"
    States = {
      LookAtZip = {
        Type       = "Task"
        Resource   = "arn:aws:states:::aws-sdk:s3:headObject"
        Parameters = { Bucket = var.prices_schedule.bucket, Key = var.prices_schedule.key }
        ResultPath = "$.Zip"
        Retry      = local.retry
        Next       = "LookAtLayers"
      }
      LookAtLayers = {
        Type       = "Task"
        Resource   = "arn:aws:states:::aws-sdk:lambda:listLayerVersions"
        Parameters = { LayerName = "${var.name}-prices", MaxItems = 1 }
        ResultPath = "$.Layers"
        Retry      = local.retry
        Next       = "IsNew"
      }
      # The tag of the zip stands in the description of the layer that was made of it.
      IsNew = {
        Type = "Choice"
        Choices = [{
          And = [
            { Variable = "$.Layers.LayerVersions[0].Description", IsPresent = true },
            { Variable = "$.Layers.LayerVersions[0].Description", StringEqualsPath = "$.Zip.ETag" },
          ]
          Next = "Unchanged"
        }]
        Default = "PublishLayer"
      }
      Unchanged = { Type = "Succeed" }
      PublishLayer = {
        Type     = "Task"
        Resource = "arn:aws:states:::aws-sdk:lambda:publishLayerVersion"
        Parameters = {
          LayerName       = "${var.name}-prices"
          "Description.$" = "$.Zip.ETag"
          Content         = { S3Bucket = var.prices_schedule.bucket, S3Key = var.prices_schedule.key }
        }
        ResultPath = "$.Layer"
        Retry      = local.retry
        Next       = "UpdateFunction"
      }
      UpdateFunction = {
        Type     = "Task"
        Resource = "arn:aws:states:::aws-sdk:lambda:updateFunctionConfiguration"
        Parameters = {
          FunctionName = var.name
          "Layers.$"   = "States.Array($.Layer.LayerVersionArn)"
        }
        ResultPath = null
        Retry      = local.retry
        Next       = "Wait"
      }
      Wait = { Type = "Wait", Seconds = 5, Next = "LookAtFunction" }
      LookAtFunction = {
        Type       = "Task"
        Resource   = "arn:aws:states:::aws-sdk:lambda:getFunctionConfiguration"
        Parameters = { FunctionName = var.name }
        ResultSelector = {
          "Status.$" = "$.LastUpdateStatus"
        }
        ResultPath = "$.Function"
        Retry      = local.retry
        Next       = "IsUpdated"
      }
      IsUpdated = {
        Type = "Choice"
        Choices = [
          { Variable = "$.Function.Status", StringEquals = "Successful", Next = "PublishVersion" },
          { Variable = "$.Function.Status", StringEquals = "InProgress", Next = "Wait" },
        ]
        Default = "Failed"
      }
      Failed = { Type = "Fail", Error = "NotUpdated", Cause = "The function could not be updated." }
      PublishVersion = {
        Type       = "Task"
        Resource   = "arn:aws:states:::aws-sdk:lambda:publishVersion"
        Parameters = { FunctionName = var.name }
        ResultSelector = {
          "Version.$" = "$.Version"
        }
        ResultPath = "$.Published"
        Retry      = local.retry
        Next       = "SwitchAlias"
      }
      SwitchAlias = {
        Type     = "Task"
        Resource = "arn:aws:states:::aws-sdk:lambda:updateAlias"
        Parameters = {
          FunctionName        = var.name
          Name                = "live"
          "FunctionVersion.$" = "$.Published.Version"
        }
        Retry = local.retry
        End   = true
      }
    }
    TimeoutSeconds = 600
  }
}

resource "aws_sfn_state_machine" "prices" {
  #checkov:skip=CKV_AWS_284:Ten steps once a day need no tracing; the console shows each of them.
  #checkov:skip=CKV_AWS_285:The history of an execution says what failed; none of it is secret, and nothing of callers is in it.
  count = var.prices_schedule == null ? 0 : 1

  name       = "${var.name}-prices"
  role_arn   = aws_iam_role.prices[0].arn
  definition = jsonencode(local.refresh)
}

resource "aws_scheduler_schedule" "prices" {
  #checkov:skip=CKV_AWS_297:The schedule says when, and nothing else: there is nothing in it to encrypt.
  count = var.prices_schedule == null ? 0 : 1

  name                = "${var.name}-prices"
  description         = "Looks for newer prices."
  schedule_expression = var.prices_schedule.expression

  flexible_time_window {
    mode                      = "FLEXIBLE"
    maximum_window_in_minutes = 15
  }

  target {
    arn      = aws_sfn_state_machine.prices[0].arn
    role_arn = aws_iam_role.prices_schedule[0].arn

    retry_policy {
      maximum_retry_attempts = 2
    }
  }
}

# What the refresh may do: read that one zip, publish that one layer, and update this one function.
resource "aws_iam_role" "prices" {
  count = var.prices_schedule == null ? 0 : 1

  name        = "${var.name}-prices"
  description = "What the refresh of the prices of ${var.name} may do."

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "states.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "prices" {
  count = var.prices_schedule == null ? 0 : 1

  name = "refresh-prices"
  role = aws_iam_role.prices[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:GetObject"]
        Resource = ["arn:${split(":", aws_lambda_function.this.arn)[1]}:s3:::${var.prices_schedule.bucket}/${var.prices_schedule.key}"]
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:ListLayerVersions", "lambda:PublishLayerVersion"]
        Resource = [local.prices_layer_arn]
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:GetLayerVersion"]
        Resource = ["${local.prices_layer_arn}:*"]
      },
      {
        Effect   = "Allow"
        Action   = ["lambda:GetFunctionConfiguration", "lambda:UpdateFunctionConfiguration", "lambda:PublishVersion", "lambda:UpdateAlias"]
        Resource = [aws_lambda_function.this.arn, "${aws_lambda_function.this.arn}:*"]
      },
    ]
  })
}

resource "aws_iam_role" "prices_schedule" {
  count = var.prices_schedule == null ? 0 : 1

  name        = "${var.name}-prices-schedule"
  description = "Starts the refresh of the prices of ${var.name}."

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "scheduler.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "prices_schedule" {
  count = var.prices_schedule == null ? 0 : 1

  name = "start-refresh"
  role = aws_iam_role.prices_schedule[0].id

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["states:StartExecution"]
      Resource = [aws_sfn_state_machine.prices[0].arn]
    }]
  })
}
