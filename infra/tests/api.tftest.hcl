mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

variables {
  region       = "eu-west-1"
  function_zip = "tests/builds/x86_64/function.zip"
}

run "every_operation_has_a_route_and_nothing_else_has" {
  command = plan

  assert {
    condition     = toset([for route in aws_apigatewayv2_route.this : route.route_key]) == setunion(jsondecode(file("routes.json")), ["GET /mcp", "DELETE /mcp"])
    error_message = "The routes are not those of the function."
  }
  assert {
    condition     = alltrue([for route in aws_apigatewayv2_route.this : can(regex("^(GET|POST|DELETE) /[a-z0-9_/{}.-]*$", route.route_key))])
    error_message = "A route is not explicit: $default, ANY and {proxy+} are not allowed."
  }
  assert {
    condition     = alltrue([for route in aws_apigatewayv2_route.this : route.target == "integrations/i1n2t3g4"])
    error_message = "A route does not lead to the function."
  }
  assert {
    condition     = length(aws_apigatewayv2_route.this) == length(jsondecode(file("routes.json"))) + 2
    error_message = "A route is listed twice."
  }
}

run "events_have_payload_2_and_go_to_the_alias" {
  command = plan

  assert {
    condition     = aws_apigatewayv2_api.this.protocol_type == "HTTP"
    error_message = "Not an HTTP API."
  }
  assert {
    condition     = aws_apigatewayv2_integration.function.payload_format_version == "2.0" && aws_apigatewayv2_integration.function.integration_type == "AWS_PROXY"
    error_message = "The function reads events of payload format 2.0."
  }
  assert {
    condition     = aws_apigatewayv2_integration.function.integration_uri == aws_lambda_alias.live.invoke_arn
    error_message = "The API goes past the alias."
  }
  assert {
    condition     = aws_apigatewayv2_integration.function.timeout_milliseconds == 6000
    error_message = "The API must wait longer than the function may take."
  }
}

run "requests_are_throttled" {
  command = plan

  variables {
    throttle       = { rate = 7, burst = 14 }
    slack_throttle = { rate = 2, burst = 3 }
    mcp_throttle   = { rate = 4, burst = 5 }
  }
  assert {
    condition     = aws_apigatewayv2_stage.default.name == "$default" && aws_apigatewayv2_stage.default.auto_deploy
    error_message = "The stage must be the default one, deployed by itself."
  }
  assert {
    condition     = one(aws_apigatewayv2_stage.default.default_route_settings).throttling_rate_limit == 7 && one(aws_apigatewayv2_stage.default.default_route_settings).throttling_burst_limit == 14
    error_message = "The stage's throttle is not the one asked for."
  }
  assert {
    condition     = toset([for route in aws_apigatewayv2_stage.default.route_settings : route.route_key]) == toset(["POST /slack/commands", "POST /slack/interactions", "POST /mcp", "GET /mcp", "DELETE /mcp"])
    error_message = "Slack and MCP, and no other routes, have throttles of their own."
  }
  assert {
    condition     = alltrue([for route in aws_apigatewayv2_stage.default.route_settings : route.throttling_rate_limit == 2 && route.throttling_burst_limit == 3 if startswith(route.route_key, "POST /slack/")])
    error_message = "The Slack route's throttle is not the one asked for."
  }
  assert {
    condition     = alltrue([for route in aws_apigatewayv2_stage.default.route_settings : route.throttling_rate_limit == 4 && route.throttling_burst_limit == 5 if !startswith(route.route_key, "POST /slack/")])
    error_message = "The MCP endpoint's throttle is not the one asked for."
  }
}

run "requests_are_logged_as_json" {
  command = plan

  assert {
    condition     = one(aws_apigatewayv2_stage.default.access_log_settings).destination_arn == aws_cloudwatch_log_group.access.arn
    error_message = "The access log goes elsewhere."
  }
  assert {
    condition     = jsondecode(one(aws_apigatewayv2_stage.default.access_log_settings).format).status == "$context.status"
    error_message = "The access log is not JSON, or has no status."
  }
}

run "anybody_may_call_by_default" {
  command = plan

  assert {
    condition     = alltrue([for route in aws_apigatewayv2_route.this : route.authorization_type == "NONE"])
    error_message = "A route of the public API asks for authorisation."
  }
  assert {
    condition     = !strcontains(output.curl_example, "sigv4")
    error_message = "The example signs for nothing."
  }
}

run "iam_guards_all_but_slack" {
  command = plan

  variables {
    api_authorization = "AWS_IAM"
  }
  assert {
    condition     = alltrue([for key, route in aws_apigatewayv2_route.this : route.authorization_type == (startswith(key, "POST /slack/") ? "NONE" : "AWS_IAM")])
    error_message = "IAM must guard every route but Slack's, which has a signature of its own."
  }
  assert {
    condition     = strcontains(output.curl_example, "--aws-sigv4 \"aws:amz:eu-west-1:execute-api\"")
    error_message = "The example does not sign."
  }
}

run "no_cors_unless_asked_for" {
  command = plan

  assert {
    condition     = length(aws_apigatewayv2_api.this.cors_configuration) == 0
    error_message = "CORS is on without origins."
  }
}

run "cors_for_the_origins_named" {
  command = plan

  variables {
    cors_allowed_origins = ["https://example.com", "http://localhost:3000"]
  }
  assert {
    condition     = one(aws_apigatewayv2_api.this.cors_configuration).allow_origins == toset(["https://example.com", "http://localhost:3000"])
    error_message = "CORS allows other origins than those named."
  }
  assert {
    condition     = !coalesce(one(aws_apigatewayv2_api.this.cors_configuration).allow_credentials, false)
    error_message = "There are no cookies to send."
  }
  assert {
    condition     = length(setintersection(one(aws_apigatewayv2_api.this.cors_configuration).allow_headers, ["mcp-method", "mcp-name", "mcp-protocol-version"])) == 3
    error_message = "A page could not send the headers of MCP."
  }
  assert {
    condition     = one(aws_lambda_function.this.environment).variables["ALLOWED_ORIGINS"] == "https://example.com,http://localhost:3000"
    error_message = "The function would refuse the pages that CORS lets in."
  }
}

run "default_address" {
  command = plan

  assert {
    condition     = length(aws_apigatewayv2_domain_name.this) == 0 && length(aws_apigatewayv2_api_mapping.this) == 0 && length(aws_route53_record.this) == 0
    error_message = "A domain without one being asked for."
  }
  assert {
    condition     = output.api_url == "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com" && output.domain_target == null
    error_message = "api_url is not API Gateway's own address."
  }
  assert {
    condition     = output.slack_request_url == "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/slack/commands"
    error_message = "slack_request_url does not lead to the Slack route."
  }
  assert {
    condition     = output.mcp_url == "https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/mcp"
    error_message = "mcp_url does not lead to the MCP endpoint."
  }
  assert {
    condition     = output.curl_example == "curl 'https://a1b2c3d4e5.execute-api.eu-west-1.amazonaws.com/v1/recommendations?model=qwen2.5-14b&quantization=8bit'"
    error_message = "The example is not ready to paste."
  }
}

run "domain_without_zone" {
  command = plan

  variables {
    domain_name     = "gpu.example.com"
    certificate_arn = "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  }
  assert {
    condition     = one(aws_apigatewayv2_domain_name.this[0].domain_name_configuration).security_policy == "TLS_1_2"
    error_message = "TLS older than 1.2 is allowed."
  }
  assert {
    condition     = aws_apigatewayv2_api_mapping.this[0].stage == aws_apigatewayv2_stage.default.id && length(aws_route53_record.this) == 0
    error_message = "The domain must be mapped, and no record made without a zone."
  }
  assert {
    condition     = output.api_url == "https://gpu.example.com" && output.slack_request_url == "https://gpu.example.com/slack/commands"
    error_message = "The outputs do not use the domain."
  }
  assert {
    condition     = !aws_apigatewayv2_api.this.disable_execute_api_endpoint
    error_message = "The default endpoint is closed before the domain works."
  }
}

run "domain_with_zone_alone" {
  command = plan

  variables {
    domain_name              = "gpu.example.com"
    certificate_arn          = "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
    hosted_zone_id           = "Z0123456789ABCDEF"
    disable_default_endpoint = true
  }
  assert {
    condition     = toset(keys(aws_route53_record.this)) == toset(["A", "AAAA"]) && alltrue([for record in aws_route53_record.this : record.name == "gpu.example.com"])
    error_message = "The zone must have both records of the domain."
  }
  assert {
    condition     = aws_apigatewayv2_api.this.disable_execute_api_endpoint
    error_message = "The default endpoint is still open."
  }
}
