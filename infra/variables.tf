# ---------------------------------------------------------------- The stack

variable "name" {
  description = "Name of the function and prefix of all that belongs to it."
  type        = string
  default     = "gpu-advisor"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,38}[a-z0-9]$", var.name))
    error_message = "The name takes 3 to 40 lower-case letters, digits and hyphens, starts with a letter and does not end with a hyphen."
  }
}

variable "region" {
  description = "AWS region; without one, that of the environment (AWS_REGION, profile)."
  type        = string
  default     = null

  validation {
    condition     = var.region == null || can(regex("^[a-z]{2}(-[a-z]+)+-[0-9]$", var.region))
    error_message = "The region must look like eu-west-1."
  }
}

variable "tags" {
  description = "Further tags of every resource, beside Application and ManagedBy."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = alltrue([for key in keys(var.tags) : !startswith(lower(key), "aws:")])
    error_message = "Tags that start with aws: are reserved."
  }
}

variable "kms_key_arn" {
  description = "A KMS key of your own for logs, environment and the Slack secret; without one, keys that AWS manages at no charge. CloudWatch Logs must be allowed to use it by the key's own policy."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:key/.+$", var.kms_key_arn))
    error_message = "The KMS key is given by its ARN (arn:aws:kms:REGION:ACCOUNT:key/ID); an alias will not do."
  }
}

# ---------------------------------------------------------------- The function

variable "function_zip" {
  description = "The function as `./mvnw package -Dnative` leaves it, relative to this folder; function.arch must lie beside it."
  type        = string
  default     = "../target/function.zip"
  nullable    = false

  validation {
    condition     = endswith(var.function_zip, ".zip")
    error_message = "function_zip must name a .zip file."
  }
}

variable "architecture" {
  description = "x86_64 or arm64; without one, what the zip was built for. The other one is refused."
  type        = string
  default     = null

  validation {
    condition     = var.architecture == null || contains(["x86_64", "arm64"], coalesce(var.architecture, "none"))
    error_message = "The architecture is x86_64 or arm64."
  }
}

variable "memory_mb" {
  description = "Memory of the function in MB; its share of a CPU grows with it."
  type        = number
  default     = 256
  nullable    = false

  validation {
    condition     = var.memory_mb >= 128 && var.memory_mb <= 10240 && floor(var.memory_mb) == var.memory_mb
    error_message = "Lambda takes 128 to 10240 MB of memory, in whole MB."
  }
}

variable "timeout_seconds" {
  description = "After how long Lambda gives an invocation up. Slack itself waits for 3 seconds."
  type        = number
  default     = 5
  nullable    = false

  validation {
    condition     = var.timeout_seconds >= 1 && var.timeout_seconds <= 29 && floor(var.timeout_seconds) == var.timeout_seconds
    error_message = "The timeout is 1 to 29 whole seconds: API Gateway itself gives up after 30."
  }
}

variable "reserved_concurrency" {
  description = "How many instances may run at once, set aside from the account's own limit; without one, that limit alone. 0 turns the function off."
  type        = number
  default     = null

  validation {
    condition     = var.reserved_concurrency == null || try(var.reserved_concurrency >= 0 && var.reserved_concurrency <= 1000 && floor(var.reserved_concurrency) == var.reserved_concurrency, false)
    error_message = "Reserved concurrency is a whole number from 0 to 1000, or null for none."
  }
}

variable "environment" {
  description = "Further settings of the function, by the names that the function's own documentation lists."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition = alltrue([
      for name in keys(var.environment) :
      can(regex("^[A-Za-z][A-Za-z0-9_]+$", name)) && !startswith(name, "AWS_") && !startswith(name, "SLACK_SIGNING_SECRET")
    ])
    error_message = "Names are letters, digits and underscores. AWS_... belong to Lambda, and the Slack secret has variables of its own: the environment can be read by whoever may read the function."
  }
}

# ---------------------------------------------------------------- The API

variable "prices_zip" {
  description = "A zip that holds gpu-advisor/prices.json: price lists that replace or extend the function's own. Without one, the bundled prices answer."
  type        = string
  default     = null

  validation {
    condition     = var.prices_zip == null || try(fileexists(var.prices_zip) && endswith(var.prices_zip, ".zip"), false)
    error_message = "prices_zip must name a .zip file that is there."
  }
}

variable "prices_schedule" {
  description = "Looks for newer prices on a schedule: bucket and key of a zip like prices_zip, and an EventBridge expression such as rate(1 day) or cron(30 6 * * ? *). Needs a prices_zip to begin with. Without it, prices change with an apply."
  type = object({
    bucket     = string
    key        = string
    expression = optional(string, "rate(1 day)")
  })
  default = null

  validation {
    condition     = var.prices_schedule == null || var.prices_zip != null
    error_message = "prices_schedule needs a prices_zip to begin with."
  }
  validation {
    condition     = var.prices_schedule == null || can(regex("^(rate|cron)\\(.+\\)$", var.prices_schedule.expression))
    error_message = "prices_schedule.expression must be rate(...) or cron(...)."
  }
  validation {
    condition     = var.prices_schedule == null || (can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.prices_schedule.bucket)) && can(regex("^[A-Za-z0-9!_.()/-]+\\.zip$", var.prices_schedule.key)))
    error_message = "prices_schedule must name a bucket, and a key that ends in .zip (letters, digits and !_.()/- only: it stands in a policy)."
  }
}

variable "throttle" {
  description = "Requests per second over all routes together, on average and at once. What is over it is answered with 429 and costs nothing of Lambda."
  type = object({
    rate  = number
    burst = number
  })
  default  = { rate = 20, burst = 40 }
  nullable = false

  validation {
    condition     = var.throttle.rate > 0 && var.throttle.rate <= 10000 && var.throttle.burst >= 1 && var.throttle.burst <= 5000 && floor(var.throttle.burst) == var.throttle.burst
    error_message = "The rate is above 0 and at most 10000 requests per second, the burst a whole number from 1 to 5000: an account's own limits."
  }
}

variable "slack_throttle" {
  description = "Requests per second of each Slack route alone."
  type = object({
    rate  = number
    burst = number
  })
  default  = { rate = 5, burst = 10 }
  nullable = false

  validation {
    condition     = var.slack_throttle.rate > 0 && var.slack_throttle.rate <= 10000 && var.slack_throttle.burst >= 1 && var.slack_throttle.burst <= 5000 && floor(var.slack_throttle.burst) == var.slack_throttle.burst
    error_message = "The rate is above 0 and at most 10000 requests per second, the burst a whole number from 1 to 5000: an account's own limits."
  }
}

variable "mcp_throttle" {
  description = "Requests per second of the MCP endpoint alone: assistants ask in bursts."
  type = object({
    rate  = number
    burst = number
  })
  default  = { rate = 10, burst = 20 }
  nullable = false

  validation {
    condition     = var.mcp_throttle.rate > 0 && var.mcp_throttle.rate <= 10000 && var.mcp_throttle.burst >= 1 && var.mcp_throttle.burst <= 5000 && floor(var.mcp_throttle.burst) == var.mcp_throttle.burst
    error_message = "The rate is above 0 and at most 10000 requests per second, the burst a whole number from 1 to 5000: an account's own limits."
  }
}

variable "cors_allowed_origins" {
  description = "Web pages (https://host) that may call the API, MCP included, from a browser; [\"*\"] for all; none turns CORS off."
  type        = list(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for origin in var.cors_allowed_origins : can(regex("^(\\*|https?://[^/*\\s]+)$", origin))])
    error_message = "An origin is a scheme and a host (https://example.com), without a path, or * for all."
  }

  validation {
    condition     = !contains(var.cors_allowed_origins, "*") || length(var.cors_allowed_origins) == 1
    error_message = "* allows every origin: list it alone, or not at all."
  }
}

variable "api_authorization" {
  description = "Who may call the API: NONE for everybody, AWS_IAM for requests signed by a principal that may execute-api:Invoke. The Slack route is guarded by its own signature either way."
  type        = string
  default     = "NONE"
  nullable    = false

  validation {
    condition     = contains(["NONE", "AWS_IAM"], var.api_authorization)
    error_message = "api_authorization is NONE or AWS_IAM."
  }
}

variable "domain_name" {
  description = "A host name of your own for the API, gpu.example.com; needs certificate_arn."
  type        = string
  default     = null

  validation {
    condition     = var.domain_name == null || can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", var.domain_name))
    error_message = "The domain name is a full host name in lower case, such as gpu.example.com."
  }

  validation {
    condition     = (var.domain_name == null) == (var.certificate_arn == null)
    error_message = "domain_name and certificate_arn go together: give both or neither."
  }
}

variable "certificate_arn" {
  description = "The domain's ACM certificate, issued in the stack's own region."
  type        = string
  default     = null

  validation {
    condition     = var.certificate_arn == null || can(regex("^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+$", var.certificate_arn))
    error_message = "The certificate is given by its ARN (arn:aws:acm:REGION:ACCOUNT:certificate/ID)."
  }
}

variable "hosted_zone_id" {
  description = "The Route 53 zone that gets the domain's records; without one, point the domain at the output domain_target yourself."
  type        = string
  default     = null

  validation {
    condition     = var.hosted_zone_id == null || can(regex("^Z[A-Z0-9]{5,31}$", var.hosted_zone_id))
    error_message = "A hosted zone's ID starts with Z and has capital letters and digits."
  }

  validation {
    condition     = var.hosted_zone_id == null || var.domain_name != null
    error_message = "A hosted zone without domain_name has no record to hold."
  }
}

variable "disable_default_endpoint" {
  description = "Closes API Gateway's own address, once the domain of your own works."
  type        = bool
  default     = false
  nullable    = false

  validation {
    condition     = !var.disable_default_endpoint || var.domain_name != null
    error_message = "Without domain_name, the default endpoint is the only one."
  }
}

variable "enable_function_url" {
  description = "A second, cheaper door for callers inside AWS: a function URL with IAM authorisation."
  type        = bool
  default     = false
  nullable    = false
}

# ---------------------------------------------------------------- Slack

variable "slack_secret_source" {
  description = "Where the function has Slack's signing secret from: ssm (a parameter, encrypted, never in Terraform's state), environment (in the function's environment and in the state) or none (no Slack routes)."
  type        = string
  default     = "ssm"
  nullable    = false

  validation {
    condition     = contains(["ssm", "environment", "none"], var.slack_secret_source)
    error_message = "slack_secret_source is ssm, environment or none."
  }
}

variable "slack_signing_secret" {
  description = "Slack's signing secret for the source ssm; several, separated by commas, while one is being rotated. Needed only when it is written: first, and with each new slack_signing_secret_version."
  type        = string
  default     = null
  ephemeral   = true
  sensitive   = true

  validation {
    condition     = var.slack_signing_secret == null || can(regex("^[0-9A-Za-z]{16,128}(,[0-9A-Za-z]{16,128})*$", var.slack_signing_secret))
    error_message = "A signing secret is 16 to 128 letters and digits (Slack's have 32); several are separated by commas, without spaces."
  }

  validation {
    condition     = var.slack_signing_secret == null || var.slack_secret_source == "ssm"
    error_message = "slack_signing_secret is for slack_secret_source = \"ssm\"; for \"environment\" it is slack_signing_secret_in_state."
  }
}

variable "slack_signing_secret_version" {
  description = "Raise it to have a new slack_signing_secret written: Terraform does not see the secret itself, so it cannot tell that it changed."
  type        = number
  default     = 1
  nullable    = false

  validation {
    condition     = var.slack_signing_secret_version >= 1 && floor(var.slack_signing_secret_version) == var.slack_signing_secret_version
    error_message = "The version is a whole number from 1."
  }
}

variable "slack_signing_secret_in_state" {
  description = "Slack's signing secret for the source environment. It ends up in the state and in the function's environment, in clear text."
  type        = string
  default     = null
  sensitive   = true

  validation {
    condition     = var.slack_signing_secret_in_state == null || can(regex("^[0-9A-Za-z]{16,128}(,[0-9A-Za-z]{16,128})*$", var.slack_signing_secret_in_state))
    error_message = "A signing secret is 16 to 128 letters and digits (Slack's have 32); several are separated by commas, without spaces."
  }

  validation {
    condition     = (var.slack_secret_source == "environment") == (var.slack_signing_secret_in_state != null)
    error_message = "slack_signing_secret_in_state goes with slack_secret_source = \"environment\": give both or neither."
  }
}

# ---------------------------------------------------------------- The hub

variable "enable_hub" {
  description = "Whether models that the catalogue lacks are looked up on the Hugging Face Hub (HF_ENDPOINT in environment names a mirror)."
  type        = bool
  default     = true
  nullable    = false
}

variable "hub_token" {
  description = "A token of somebody who may see gated models of the hub; read access is enough. Needed only when it is written: with each new hub_token_version."
  type        = string
  default     = null
  ephemeral   = true
  sensitive   = true

  validation {
    condition     = var.hub_token == null || can(regex("^[!-~]{8,512}$", var.hub_token))
    error_message = "A token has 8 to 512 characters, none of them a blank."
  }

  validation {
    condition     = var.hub_token == null || var.hub_token_version != null
    error_message = "hub_token is written with a hub_token_version: set it to 1."
  }
}

variable "hub_token_version" {
  description = "1 to keep a hub_token in a parameter, encrypted and never in Terraform's state; raise it to have a new one written. Without it, no token is used."
  type        = number
  default     = null

  validation {
    condition     = var.hub_token_version == null || try(var.hub_token_version >= 1 && floor(var.hub_token_version) == var.hub_token_version, false)
    error_message = "The version is a whole number from 1."
  }

  validation {
    condition     = var.hub_token_version == null || var.enable_hub
    error_message = "A token is of no use with enable_hub = false."
  }
}

# ---------------------------------------------------------------- What is watched

variable "log_retention_days" {
  description = "After how many days logs are deleted."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288 or 3653 days."
  }
}

variable "enable_alarms" {
  description = "Alarms on errors, throttling, slowness and 5xx answers."
  type        = bool
  default     = true
  nullable    = false
}

variable "alarm_topic_arn" {
  description = "SNS topic that is told of alarms; without one, they show in the console only."
  type        = string
  default     = null

  validation {
    condition     = var.alarm_topic_arn == null || can(regex("^arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]{1,256}$", var.alarm_topic_arn))
    error_message = "The topic is given by its ARN (arn:aws:sns:REGION:ACCOUNT:NAME); FIFO topics cannot be told of alarms."
  }
}

variable "alarm_duration_ms" {
  description = "The alarm on slowness: the 99th percentile of an invocation's duration, in milliseconds."
  type        = number
  default     = 1000
  nullable    = false

  validation {
    condition     = var.alarm_duration_ms > 0 && var.alarm_duration_ms <= var.timeout_seconds * 1000
    error_message = "alarm_duration_ms is above 0 and not above the function's own timeout, or it would never ring."
  }
}

variable "monthly_budget_usd" {
  description = "Whom budget_email names is told when the account's Lambda, API Gateway and CloudWatch bill passes 80 % of this, and when it is forecast to pass it. The first two budgets of an account are free."
  type        = number
  default     = null

  validation {
    condition     = var.monthly_budget_usd == null || try(var.monthly_budget_usd > 0, false)
    error_message = "The budget is above 0 USD, or null for none."
  }

  validation {
    condition     = (var.monthly_budget_usd == null) == (var.budget_email == null)
    error_message = "monthly_budget_usd and budget_email go together: give both or neither."
  }
}

variable "budget_email" {
  description = "Who is told about the budget."
  type        = string
  default     = null

  validation {
    condition     = var.budget_email == null || can(regex("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", var.budget_email))
    error_message = "budget_email must be an e-mail address."
  }
}
