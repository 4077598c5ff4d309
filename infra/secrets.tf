# The value is write-only: it goes from an ephemeral variable to the parameter store, and neither
# into the state nor into a plan. Terraform therefore never sees whether it changed; it writes it
# when the parameter is made and when slack_signing_secret_version changes.
resource "aws_ssm_parameter" "slack_signing_secret" {
  #checkov:skip=CKV_AWS_337:A key of one's own is a choice (kms_key_arn, a dollar a month); the key that AWS manages for parameters encrypts as well.
  count = var.slack_secret_source == "ssm" ? 1 : 0

  name        = "/${var.name}/slack-signing-secret"
  description = "Slack's signing secret, read by the function ${var.name}."
  type        = "SecureString"
  key_id      = var.kms_key_arn

  # Without a secret, something that nobody knows: the Slack route then refuses every request, until
  # the secret is passed or put there by other means.
  value_wo         = coalesce(var.slack_signing_secret, uuid())
  value_wo_version = var.slack_signing_secret_version
}

# The same for the hub's token, where there is one.
resource "aws_ssm_parameter" "hub_token" {
  #checkov:skip=CKV_AWS_337:As above.
  count = var.hub_token_version == null ? 0 : 1

  name        = "/${var.name}/hub-token"
  description = "A token of the Hugging Face Hub, read by the function ${var.name}."
  type        = "SecureString"
  key_id      = var.kms_key_arn

  # Without a token, something that the hub refuses, until one is passed or put there by other means.
  value_wo         = coalesce(var.hub_token, uuid())
  value_wo_version = var.hub_token_version
}
