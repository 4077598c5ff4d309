# Every rule of every variable, each broken at least once.

mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"
}

run "name_in_capitals" {
  command = plan

  variables {
    name = "Advisor"
  }
  expect_failures = [var.name]
}

run "name_too_short" {
  command = plan

  variables {
    name = "ab"
  }
  expect_failures = [var.name]
}

run "name_too_long" {
  command = plan

  variables {
    name = "a1234567890123456789012345678901234567890"
  }
  expect_failures = [var.name]
}

run "name_with_a_hyphen_at_the_end" {
  command = plan

  variables {
    name = "advisor-"
  }
  expect_failures = [var.name]
}

run "region_that_is_a_zone" {
  command = plan

  variables {
    region = "eu-west-1a"
  }
  expect_failures = [var.region]
}

run "region_by_its_place" {
  command = plan

  variables {
    region = "Ireland"
  }
  expect_failures = [var.region]
}

run "reserved_tag" {
  command = plan

  variables {
    tags = { "AWS:owner" = "me" }
  }
  expect_failures = [var.tags]
}

run "key_by_its_alias" {
  command = plan

  variables {
    kms_key_arn = "alias/mine"
  }
  expect_failures = [var.kms_key_arn]
}

run "key_of_another_service" {
  command = plan

  variables {
    kms_key_arn = "arn:aws:s3:eu-west-1:123456789012:key/1"
  }
  expect_failures = [var.kms_key_arn]
}

run "no_zip" {
  command = plan

  variables {
    function_zip = "tests/builds/x86_64/advisor-runner"
  }
  expect_failures = [var.function_zip]
}

run "architecture_by_another_name" {
  command = plan

  variables {
    architecture = "amd64"
  }
  expect_failures = [var.architecture]
}

run "memory_too_small" {
  command = plan

  variables {
    memory_mb = 127
  }
  expect_failures = [var.memory_mb]
}

run "memory_too_large" {
  command = plan

  variables {
    memory_mb = 10241
  }
  expect_failures = [var.memory_mb]
}

run "memory_in_fractions" {
  command = plan

  variables {
    memory_mb = 256.5
  }
  expect_failures = [var.memory_mb]
}

run "timeout_of_nothing" {
  command = plan

  variables {
    timeout_seconds   = 0
    alarm_duration_ms = 1
  }
  expect_failures = [var.timeout_seconds]
}

run "timeout_beyond_the_api" {
  command = plan

  variables {
    timeout_seconds = 30
  }
  expect_failures = [var.timeout_seconds]
}

run "timeout_in_fractions" {
  command = plan

  variables {
    timeout_seconds = 2.5
  }
  expect_failures = [var.timeout_seconds]
}

run "concurrency_below_zero" {
  command = plan

  variables {
    reserved_concurrency = -1
  }
  expect_failures = [var.reserved_concurrency]
}

run "concurrency_in_fractions" {
  command = plan

  variables {
    reserved_concurrency = 1.5
  }
  expect_failures = [var.reserved_concurrency]
}

run "concurrency_beyond_an_account" {
  command = plan

  variables {
    reserved_concurrency = 1001
  }
  expect_failures = [var.reserved_concurrency]
}

run "environment_of_lambda" {
  command = plan

  variables {
    environment = { AWS_REGION = "eu-west-1" }
  }
  expect_failures = [var.environment]
}

run "secret_among_the_settings" {
  command = plan

  variables {
    environment = { SLACK_SIGNING_SECRET = "8f742231b10e8888abcd99yyyzzz85a5" }
  }
  expect_failures = [var.environment]
}

run "environment_that_is_no_name" {
  command = plan

  variables {
    environment = { "a-b" = "c" }
  }
  expect_failures = [var.environment]
}

run "no_rate" {
  command = plan

  variables {
    throttle = { rate = 0, burst = 1 }
  }
  expect_failures = [var.throttle]
}

run "no_burst" {
  command = plan

  variables {
    throttle = { rate = 1, burst = 0 }
  }
  expect_failures = [var.throttle]
}

run "rate_beyond_an_account" {
  command = plan

  variables {
    throttle = { rate = 10001, burst = 1 }
  }
  expect_failures = [var.throttle]
}

run "burst_beyond_an_account" {
  command = plan

  variables {
    throttle = { rate = 1, burst = 5001 }
  }
  expect_failures = [var.throttle]
}

run "burst_in_fractions" {
  command = plan

  variables {
    throttle = { rate = 1, burst = 1.5 }
  }
  expect_failures = [var.throttle]
}

run "no_rate_for_slack" {
  command = plan

  variables {
    slack_throttle = { rate = 0, burst = 1 }
  }
  expect_failures = [var.slack_throttle]
}

run "no_burst_for_slack" {
  command = plan

  variables {
    slack_throttle = { rate = 1, burst = 0 }
  }
  expect_failures = [var.slack_throttle]
}

run "no_rate_for_mcp" {
  command = plan

  variables {
    mcp_throttle = { rate = 0, burst = 1 }
  }
  expect_failures = [var.mcp_throttle]
}

run "burst_in_fractions_for_mcp" {
  command = plan

  variables {
    mcp_throttle = { rate = 1, burst = 1.5 }
  }
  expect_failures = [var.mcp_throttle]
}

run "origin_without_scheme" {
  command = plan

  variables {
    cors_allowed_origins = ["example.com"]
  }
  expect_failures = [var.cors_allowed_origins]
}

run "origin_with_path" {
  command = plan

  variables {
    cors_allowed_origins = ["https://example.com/app"]
  }
  expect_failures = [var.cors_allowed_origins]
}

run "origin_of_all_and_more" {
  command = plan

  variables {
    cors_allowed_origins = ["*", "https://example.com"]
  }
  expect_failures = [var.cors_allowed_origins]
}

run "authorization_unknown" {
  command = plan

  variables {
    api_authorization = "JWT"
  }
  expect_failures = [var.api_authorization]
}

run "domain_as_url" {
  command = plan

  variables {
    domain_name     = "https://gpu.example.com"
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
  }
  expect_failures = [var.domain_name]
}

run "domain_of_one_label" {
  command = plan

  variables {
    domain_name     = "localhost"
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
  }
  expect_failures = [var.domain_name]
}

run "domain_without_certificate" {
  command = plan

  variables {
    domain_name = "gpu.example.com"
  }
  expect_failures = [var.domain_name]
}

run "certificate_without_domain" {
  command = plan

  variables {
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
  }
  expect_failures = [var.domain_name]
}

run "certificate_of_another_service" {
  command = plan

  variables {
    domain_name     = "gpu.example.com"
    certificate_arn = "arn:aws:iam::123456789012:server-certificate/1"
  }
  expect_failures = [var.certificate_arn]
}

run "zone_by_its_name" {
  command = plan

  variables {
    domain_name     = "gpu.example.com"
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/1"
    hosted_zone_id  = "example.com"
  }
  expect_failures = [var.hosted_zone_id]
}

run "zone_without_domain" {
  command = plan

  variables {
    hosted_zone_id = "Z0123456789ABCDEF"
  }
  expect_failures = [var.hosted_zone_id]
}

run "no_endpoint_at_all" {
  command = plan

  variables {
    disable_default_endpoint = true
  }
  expect_failures = [var.disable_default_endpoint]
}

run "source_unknown" {
  command = plan

  variables {
    slack_secret_source = "vault"
  }
  expect_failures = [var.slack_secret_source]
}

run "secret_too_short" {
  command = plan

  variables {
    slack_signing_secret = "short"
  }
  expect_failures = [var.slack_signing_secret]
}

run "secret_empty" {
  command = plan

  variables {
    slack_signing_secret = ""
  }
  expect_failures = [var.slack_signing_secret]
}

run "secrets_with_a_space" {
  command = plan

  variables {
    slack_signing_secret = "8f742231b10e8888abcd99yyyzzz85a5, 8f742231b10e8888abcd99yyyzzz85a6"
  }
  expect_failures = [var.slack_signing_secret]
}

run "secret_without_source" {
  command = plan

  variables {
    slack_secret_source  = "none"
    slack_signing_secret = "8f742231b10e8888abcd99yyyzzz85a5"
  }
  expect_failures = [var.slack_signing_secret]
}

run "secret_version_of_nothing" {
  command = plan

  variables {
    slack_signing_secret_version = 0
  }
  expect_failures = [var.slack_signing_secret_version]
}

run "secret_version_in_fractions" {
  command = plan

  variables {
    slack_signing_secret_version = 1.5
  }
  expect_failures = [var.slack_signing_secret_version]
}

run "secret_in_state_unasked_for" {
  command = plan

  variables {
    slack_signing_secret_in_state = "8f742231b10e8888abcd99yyyzzz85a5"
  }
  expect_failures = [var.slack_signing_secret_in_state]
}

run "environment_without_secret" {
  command = plan

  variables {
    slack_secret_source = "environment"
  }
  expect_failures = [var.slack_signing_secret_in_state]
}

run "secret_in_state_too_short" {
  command = plan

  variables {
    slack_secret_source           = "environment"
    slack_signing_secret_in_state = "short"
  }
  expect_failures = [var.slack_signing_secret_in_state]
}

run "retention_that_is_not_offered" {
  command = plan

  variables {
    log_retention_days = 10
  }
  expect_failures = [var.log_retention_days]
}

run "retention_for_ever" {
  command = plan

  variables {
    log_retention_days = 0
  }
  expect_failures = [var.log_retention_days]
}

run "topic_by_its_name" {
  command = plan

  variables {
    alarm_topic_arn = "ops"
  }
  expect_failures = [var.alarm_topic_arn]
}

run "topic_in_order" {
  command = plan

  variables {
    alarm_topic_arn = "arn:aws:sns:eu-west-1:123456789012:ops.fifo"
  }
  expect_failures = [var.alarm_topic_arn]
}

run "alarm_at_once" {
  command = plan

  variables {
    alarm_duration_ms = 0
  }
  expect_failures = [var.alarm_duration_ms]
}

run "alarm_never" {
  command = plan

  variables {
    timeout_seconds   = 1
    alarm_duration_ms = 1001
  }
  expect_failures = [var.alarm_duration_ms]
}

run "budget_of_nothing" {
  command = plan

  variables {
    monthly_budget_usd = 0
    budget_email       = "ops@example.com"
  }
  expect_failures = [var.monthly_budget_usd]
}

run "budget_for_nobody" {
  command = plan

  variables {
    monthly_budget_usd = 5
  }
  expect_failures = [var.monthly_budget_usd]
}

run "nobody_to_tell_what" {
  command = plan

  variables {
    budget_email = "ops@example.com"
  }
  expect_failures = [var.monthly_budget_usd]
}

run "email_that_is_none" {
  command = plan

  variables {
    monthly_budget_usd = 5
    budget_email       = "ops"
  }
  expect_failures = [var.budget_email]
}
