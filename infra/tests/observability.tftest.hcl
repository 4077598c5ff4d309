mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"
}

run "logs_have_an_end" {
  command = plan

  variables {
    log_retention_days = 7
  }
  assert {
    condition     = aws_cloudwatch_log_group.function.retention_in_days == 7 && aws_cloudwatch_log_group.access.retention_in_days == 7
    error_message = "Logs are kept for another time than asked for."
  }
  assert {
    condition     = output.log_group_name == "/aws/lambda/gpu-advisor" && output.access_log_group_name == "/aws/apigateway/gpu-advisor"
    error_message = "The outputs do not name the log groups."
  }
}

run "alarms_on_errors_throttles_duration_and_5xx" {
  command = plan

  variables {
    alarm_topic_arn   = "arn:aws:sns:eu-west-1:123456789012:ops"
    alarm_duration_ms = 800
  }
  assert {
    condition = { for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_name => "${alarm.namespace} ${alarm.metric_name} ${try(coalesce(alarm.statistic, alarm.extended_statistic), "")} ${alarm.threshold}" } == {
      gpu-advisor-errors        = "AWS/Lambda Errors Sum 0"
      gpu-advisor-throttles     = "AWS/Lambda Throttles Sum 0"
      gpu-advisor-duration      = "AWS/Lambda Duration p99 800"
      gpu-advisor-server-errors = "AWS/ApiGateway 5xx Sum 0"
    }
    error_message = "Not the alarms that there should be."
  }
  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.alarm_actions == toset(["arn:aws:sns:eu-west-1:123456789012:ops"]) && alarm.ok_actions == alarm.alarm_actions])
    error_message = "The topic is not told."
  }
  assert {
    condition     = alltrue([for alarm in aws_cloudwatch_metric_alarm.this : alarm.treat_missing_data == "notBreaching"])
    error_message = "Silence is no fault."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.this["server-errors"].dimensions == tomap({ ApiId = "a1b2c3d4e5" }) && aws_cloudwatch_metric_alarm.this["errors"].dimensions == tomap({ FunctionName = "gpu-advisor" })
    error_message = "An alarm looks at something else."
  }
}

run "alarms_without_topic" {
  command = plan

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this) == 4 && alltrue([for alarm in aws_cloudwatch_metric_alarm.this : length(coalesce(alarm.alarm_actions, [])) == 0])
    error_message = "Alarms tell somebody who was not named."
  }
}

run "alarms_off" {
  command = plan

  variables {
    enable_alarms = false
  }
  assert {
    condition     = length(aws_cloudwatch_metric_alarm.this) == 0
    error_message = "An alarm in spite of enable_alarms = false."
  }
}

run "no_budget_by_default" {
  command = plan

  assert {
    condition     = length(aws_budgets_budget.monthly) == 0
    error_message = "A budget without one being asked for."
  }
}

run "budget" {
  command = plan

  variables {
    monthly_budget_usd = 2.5
    budget_email       = "ops@example.com"
  }
  assert {
    condition     = aws_budgets_budget.monthly[0].limit_amount == "2.5" && aws_budgets_budget.monthly[0].limit_unit == "USD" && aws_budgets_budget.monthly[0].time_unit == "MONTHLY"
    error_message = "Not the budget asked for."
  }
  assert {
    condition     = toset([for each in aws_budgets_budget.monthly[0].notification : "${each.notification_type} ${each.threshold}"]) == toset(["ACTUAL 80", "FORECASTED 100"])
    error_message = "Not told in time."
  }
}
