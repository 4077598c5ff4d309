# Tracing is passed through: a caller that traces gets its trace, and the function itself calls
# nothing that sampling of its own could show.
#trivy:ignore:AWS-0066
resource "aws_lambda_function" "this" {
  #checkov:skip=CKV_AWS_115:Reserved concurrency is a choice (reserved_concurrency): it takes from what the account's other functions may use. The API's throttle bounds the function already.
  #checkov:skip=CKV_AWS_116:A dead-letter queue is for asynchronous invocations; this function is only invoked synchronously.
  #checkov:skip=CKV_AWS_117:The function reaches no private resource; a VPC would add cost and a NAT gateway, and take nothing away.
  #checkov:skip=CKV_AWS_173:The environment holds no secret unless slack_secret_source = "environment", which says so; kms_key_arn encrypts it with a key of one's own.
  #checkov:skip=CKV_AWS_272:The zip is deployed from the machine that built it; signing it there would prove nothing.
  function_name = var.name
  description   = "Which cloud GPU to rent for a language model, what it costs and what it saves."
  role          = aws_iam_role.function.arn

  package_type     = "Zip"
  filename         = local.zip_path
  source_code_hash = local.source_hash
  runtime          = "provided.al2023"
  handler          = "bootstrap"
  architectures    = [local.architecture]
  publish          = true
  layers           = local.price_layers

  memory_size                    = var.memory_mb
  timeout                        = var.timeout_seconds
  reserved_concurrent_executions = var.reserved_concurrency == null ? -1 : var.reserved_concurrency
  kms_key_arn                    = var.kms_key_arn

  dynamic "environment" {
    for_each = length(nonsensitive(keys(local.environment))) == 0 ? [] : [local.environment]

    content {
      variables = environment.value
    }
  }

  logging_config {
    log_group             = aws_cloudwatch_log_group.function.name
    log_format            = "JSON"
    application_log_level = "INFO"
    system_log_level      = "WARN"
  }

  tracing_config {
    mode = "PassThrough"
  }

  lifecycle {
    precondition {
      condition     = local.zip_found
      error_message = "There is no ${local.zip_path}: build it first, with `./mvnw package -Dnative`."
    }
    precondition {
      condition     = !local.zip_found || local.zip_starts_with_bootstrap
      error_message = "${local.zip_path} does not hold the native function (no bootstrap): build it with `./mvnw package -Dnative`; without -Dnative, the zip holds a JVM function."
    }
    precondition {
      condition     = local.zip_architecture != null
      error_message = "There is no ${local.architecture_of}, which says what the zip was built for: the native build leaves it beside the zip."
    }
    precondition {
      condition     = local.zip_architecture == null || local.architecture == local.zip_architecture
      error_message = "The zip was built for ${coalesce(local.zip_architecture, "nothing")}, but architecture = \"${coalesce(local.architecture, "none")}\": a binary does not run on the other one. Leave the variable out, or build the zip on (or for) that architecture."
    }
    precondition {
      condition     = local.zip_architecture == null || contains(["x86_64", "arm64"], coalesce(local.zip_architecture, "none"))
      error_message = "${local.architecture_of} says ${coalesce(local.zip_architecture, "nothing")}; Lambda knows x86_64 and arm64."
    }
  }

  # The function may not write a line before its permissions are there.
  depends_on = [aws_iam_role_policy.logs]
}

# All doors lead to the alias: a deployment switches it to the version just published.
resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "What the API and the function URL call."
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version
}

resource "aws_lambda_function_url" "this" {
  count = var.enable_function_url ? 1 : 0

  function_name      = aws_lambda_function.this.function_name
  qualifier          = aws_lambda_alias.live.name
  authorization_type = "AWS_IAM"
}
