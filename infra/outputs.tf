output "api_url" {
  description = "Where the API is."
  value       = local.api_url
}

output "curl_example" {
  description = "Ready to paste."
  value = join(" ", compact([
    "curl",
    var.api_authorization == "AWS_IAM" ? "--aws-sigv4 \"aws:amz:${split(":", aws_lambda_function.this.arn)[3]}:execute-api\" --user \"$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY\" -H \"x-amz-security-token: $AWS_SESSION_TOKEN\"" : "",
    "'${local.api_url}/v1/recommendations?model=qwen2.5-14b&quantization=8bit'",
  ]))
}

output "mcp_url" {
  description = "What an MCP client is to connect to."
  value       = "${local.api_url}/mcp"
}

output "slack_request_url" {
  description = "What Slack's command /gpu is to call; null without Slack."
  value       = var.slack_secret_source != "none" ? "${local.api_url}/slack/commands" : null
}

output "slack_parameter_name" {
  description = "The parameter that holds Slack's signing secret; null for another source."
  value       = one(aws_ssm_parameter.slack_signing_secret[*].name)
}

output "function_name" {
  description = "The Lambda function."
  value       = aws_lambda_function.this.function_name
}

output "function_version" {
  description = "The version that is live."
  value       = aws_lambda_alias.live.function_version
}

output "architecture" {
  description = "What the function was built for and runs on."
  value       = local.architecture
}

output "function_url" {
  description = "The door for callers inside AWS; null unless enable_function_url."
  value       = one(aws_lambda_function_url.this[*].function_url)
}

output "domain_target" {
  description = "What a domain of your own must point at (CNAME or alias); null without one."
  value       = one(aws_apigatewayv2_domain_name.this[*].domain_name_configuration[0].target_domain_name)
}

output "log_group_name" {
  description = "Where the function logs."
  value       = aws_cloudwatch_log_group.function.name
}

output "access_log_group_name" {
  description = "Where the API logs who called what."
  value       = aws_cloudwatch_log_group.access.name
}
