locals {
  # One explicit route per endpoint. The list follows the function's own table of operations: a test
  # of the build holds it against that table and writes it anew (README, "Routes").
  slack_routes = toset(["POST /slack/commands", "POST /slack/interactions"])
  # MCP clients also ask for a stream and for the end of a session: that there are none is said by
  # 405, which the function answers; the gateway's own 404 would mean that there is no MCP.
  mcp_routes = toset(["POST /mcp", "GET /mcp", "DELETE /mcp"])
  all_routes = setunion(jsondecode(file("${path.module}/routes.json")), local.mcp_routes)
  routes     = var.slack_secret_source == "none" ? setsubtract(local.all_routes, local.slack_routes) : local.all_routes

  throttles = merge(
    { for route in local.mcp_routes : route => var.mcp_throttle },
    { for route in local.slack_routes : route => var.slack_throttle if contains(local.routes, route) },
  )

  # What the build left.
  zip_path         = startswith(var.function_zip, "/") ? var.function_zip : "${path.module}/${var.function_zip}"
  build_folder     = dirname(local.zip_path)
  zip_found        = fileexists(local.zip_path)
  architecture_of  = "${local.build_folder}/function.arch"
  zip_architecture = fileexists(local.architecture_of) ? trimspace(file(local.architecture_of)) : null
  architecture     = var.architecture != null ? var.architecture : local.zip_architecture

  # A zip's entry names lie open in it. The first one starts at byte 30, so at character 40 of the
  # base64; a zip of a JVM build, which has no bootstrap, is recognised by that.
  zip_starts_with_bootstrap = local.zip_found ? substr(filebase64(local.zip_path), 40, 12) == base64encode("bootstrap") : false

  # A zip made anew of the same binary has other timestamps, but is no other function. Where the
  # binary does not lie beside the zip, the zip has to stand for it.
  binaries    = fileset(local.build_folder, "*-runner")
  source_hash = length(local.binaries) == 1 ? filebase64sha256("${local.build_folder}/${one(local.binaries)}") : local.zip_found ? filebase64sha256(local.zip_path) : null

  slack_parameter = one(aws_ssm_parameter.slack_signing_secret)
  hub_parameter   = one(aws_ssm_parameter.hub_token)
  secret_arns = {
    slack-signing-secret = one(aws_ssm_parameter.slack_signing_secret[*].arn)
    hub-token            = one(aws_ssm_parameter.hub_token[*].arn)
  }
  environment = merge(
    var.environment,
    length(var.cors_allowed_origins) == 0 ? {} : { ALLOWED_ORIGINS = join(",", var.cors_allowed_origins) },
    local.slack_parameter == null ? {} : { SLACK_SIGNING_SECRET_PARAMETER = local.slack_parameter.name },
    local.hub_parameter == null ? {} : { HF_TOKEN_PARAMETER = local.hub_parameter.name },
    var.enable_hub ? {} : { HUB = "off" },
    var.slack_secret_source == "environment" ? { SLACK_SIGNING_SECRET = var.slack_signing_secret_in_state } : {},
  )

  default_url = aws_apigatewayv2_api.this.api_endpoint
  api_url     = var.domain_name == null ? local.default_url : "https://${var.domain_name}"
}
