# Made before the function: Lambda would make it without retention, and outside of Terraform.
#trivy:ignore:AWS-0017
resource "aws_cloudwatch_log_group" "function" {
  #checkov:skip=CKV_AWS_158:CloudWatch encrypts logs with its own key; kms_key_arn sets one of your own.
  #checkov:skip=CKV_AWS_338:A year of logs is more than questions about GPU prices deserve; log_retention_days sets it.
  name              = "/aws/lambda/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

#trivy:ignore:AWS-0017
resource "aws_cloudwatch_log_group" "access" {
  #checkov:skip=CKV_AWS_158:CloudWatch encrypts logs with its own key; kms_key_arn sets one of your own.
  #checkov:skip=CKV_AWS_338:Access logs hold callers' addresses, which are not to be kept longer than needed; log_retention_days sets it.
  name              = "/aws/apigateway/${var.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
}

locals {
  function_metrics = { FunctionName = var.name }
  api_metrics      = { ApiId = aws_apigatewayv2_api.this.id }

  alarms = {
    errors = {
      description = "The function failed: see its log group."
      namespace   = "AWS/Lambda"
      metric      = "Errors"
      dimensions  = local.function_metrics
      statistic   = "Sum"
      percentile  = null
      threshold   = 0
    }
    throttles = {
      description = "Lambda turned invocations away: too little concurrency."
      namespace   = "AWS/Lambda"
      metric      = "Throttles"
      dimensions  = local.function_metrics
      statistic   = "Sum"
      percentile  = null
      threshold   = 0
    }
    duration = {
      description = "One invocation in a hundred took too long."
      namespace   = "AWS/Lambda"
      metric      = "Duration"
      dimensions  = local.function_metrics
      statistic   = null
      percentile  = "p99"
      threshold   = var.alarm_duration_ms
    }
    server-errors = {
      description = "The API answered with 5xx: see its access log."
      namespace   = "AWS/ApiGateway"
      metric      = "5xx"
      dimensions  = local.api_metrics
      statistic   = "Sum"
      percentile  = null
      threshold   = 0
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each = var.enable_alarms ? local.alarms : {}

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = each.value.description
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  extended_statistic  = each.value.percentile
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = var.alarm_topic_arn[*]
  ok_actions          = var.alarm_topic_arn[*]
}

resource "aws_budgets_budget" "monthly" {
  count = var.monthly_budget_usd == null ? 0 : 1

  name         = "${var.name}-monthly"
  budget_type  = "COST"
  limit_amount = tostring(var.monthly_budget_usd)
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  # By service, not by tag: a tag counts only after somebody has activated it for billing, and until
  # then the budget would read 0.
  cost_filter {
    name   = "Service"
    values = ["AWS Lambda", "Amazon API Gateway", "AmazonCloudWatch"]
  }

  dynamic "notification" {
    for_each = { ACTUAL = 80, FORECASTED = 100 }

    content {
      notification_type          = notification.key
      threshold                  = notification.value
      threshold_type             = "PERCENTAGE"
      comparison_operator        = "GREATER_THAN"
      subscriber_email_addresses = [var.budget_email]
    }
  }
}
